import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';

const include = {
  application: {
    select: { id: true, registrantId: true, state: true, filings: { select: { state: true }, orderBy: { createdAt: 'desc' }, take: 1 } },
  },
  pages: { orderBy: { page: 'asc' } },
} satisfies Prisma.FileInclude;

export type LoadedFile = Prisma.FileGetPayload<{ include: typeof include }>;

/** A file with what decides who may see or change it. Call `authorize` with it first. @throws DomainError `notFound` */
export async function loadFile(tx: Tx, id: string): Promise<LoadedFile> {
  const found = await tx.file.findUnique({ where: { id }, include });
  if (!found) throw new DomainError('notFound');
  return found;
}

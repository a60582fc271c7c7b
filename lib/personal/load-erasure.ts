import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';

const include = {
  account: { include: { liaisons: { where: { to: null }, include: { company: { select: { name: true } } } } } },
  events: { orderBy: { createdAt: 'asc' } },
} satisfies Prisma.ErasureRequestInclude;

export type LoadedErasure = Prisma.ErasureRequestGetPayload<{ include: typeof include }>;

/** A 注销申请 with whose it is. Call `authorize` before it. @throws DomainError `notFound` */
export async function loadErasure(tx: Tx, id: string): Promise<LoadedErasure> {
  const found = await tx.erasureRequest.findUnique({ where: { id }, include });
  if (!found) throw new DomainError('notFound');
  return found;
}

import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';

const include = {
  company: { include: { charges: { include: { allocations: true, filings: { include: { filing: true } } }, orderBy: { year: 'asc' } } } },
  levels: { where: { to: null } },
} satisfies Prisma.MemberInclude;

export type LoadedMember = Prisma.MemberGetPayload<{ include: typeof include }>;

/** What a command needs to know of a member; what was merged into another one is none any more. @throws DomainError `notFound` */
export async function loadMember(tx: Tx, id: string): Promise<LoadedMember> {
  const found = await tx.member.findUnique({ where: { id }, include });
  if (!found || found.mergedIntoId) throw new DomainError('notFound');
  return found;
}

/** Until the transaction ends, nobody else decides anything about these members. Always in the same order, so that two never wait for each other. */
export async function lockMembers(tx: Tx, ...memberIds: string[]): Promise<void> {
  for (const id of memberIds.toSorted()) await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

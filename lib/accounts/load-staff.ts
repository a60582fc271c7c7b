import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { AccountStatus, StaffRole } from '../generated/prisma/enums';

type LoadedStaff = { id: string; status: AccountStatus; roles: StaffRole[] };

/**
 * A staff account to be changed, while no other administrator changes any: two who take the role from each other at the
 * same moment would leave nobody. @throws DomainError `notFound`
 */
export async function loadStaff(tx: Tx, accountId: string): Promise<LoadedStaff> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('staff', 0))`;
  const account = await tx.account.findUnique({ where: { id: accountId }, include: { roles: true } });
  if (!account?.roles.length) throw new DomainError('notFound');
  return { id: account.id, status: account.status, roles: account.roles.map(({ role }) => role) };
}

/** @throws DomainError `lastAdmin` when no administrator is left who could sign in */
export async function requireAdminLeft(tx: Tx): Promise<void> {
  const left = await tx.accountRole.count({ where: { role: 'admin', account: { status: 'active' } } });
  if (!left) throw new DomainError('lastAdmin');
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import type { StaffRole } from '../generated/prisma/enums';
import { transaction } from '../transaction';
import { loadStaff, requireAdminLeft } from './load-staff';

/**
 * Gives a staff account exactly these roles. Open sessions have them, and no others, from their next request on.
 * @throws DomainError `ownAdmin`, `lastAdmin`
 */
export async function changeRoles(actor: AccountActor, { accountId, roles }: { accountId: string; roles: readonly StaffRole[] }) {
  authorize(actor, 'staff.change', null);
  await transaction(async (tx) => {
    const staff = await loadStaff(tx, accountId);
    const added = roles.filter((role) => !staff.roles.includes(role));
    const removed = staff.roles.filter((role) => !roles.includes(role));
    if (!added.length && !removed.length) return;
    if (accountId === actor.id && removed.includes('admin')) throw new DomainError('ownAdmin');
    await tx.accountRole.deleteMany({ where: { accountId, role: { in: removed } } });
    await tx.accountRole.createMany({ data: added.map((role) => ({ accountId, role })) });
    await requireAdminLeft(tx);
    await recordAudit(tx, actor, {
      action: 'staff.changeRoles',
      record: 'account',
      recordId: accountId,
      data: { before: staff.roles.toSorted(), after: [...roles].toSorted() },
    });
  });
}

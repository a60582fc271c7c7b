import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { loadStaff, requireAdminLeft } from './load-staff';
import { endOtherSessions } from './sessions';

/** 停用: ends every session of a staff account, which cannot sign in until it is enabled again. @throws DomainError `ownAdmin`, `lastAdmin`, `alreadyDecided` */
export async function disableStaff(actor: AccountActor, accountId: string): Promise<void> {
  authorize(actor, 'staff.change', null);
  await transaction(async (tx) => {
    const { status } = await loadStaff(tx, accountId);
    if (accountId === actor.id) throw new DomainError('ownAdmin');
    if (status === 'disabled') throw new DomainError('alreadyDecided');
    await tx.account.update({ where: { id: accountId }, data: { status: 'disabled' } });
    await requireAdminLeft(tx);
    await endOtherSessions(tx, accountId);
    await recordAudit(tx, actor, { action: 'staff.disable', record: 'account', recordId: accountId });
  });
}

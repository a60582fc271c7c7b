import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { loadStaff } from './load-staff';

/** 启用: a disabled staff account may sign in again, with its password and its second factor. @throws DomainError `alreadyDecided` */
export async function enableStaff(actor: AccountActor, accountId: string): Promise<void> {
  authorize(actor, 'staff.change', null);
  await transaction(async (tx) => {
    const { status } = await loadStaff(tx, accountId);
    if (status === 'active') throw new DomainError('alreadyDecided');
    await tx.account.update({ where: { id: accountId }, data: { status: 'active' } });
    await recordAudit(tx, actor, { action: 'staff.enable', record: 'account', recordId: accountId });
  });
}

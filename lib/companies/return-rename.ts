import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { requestMachine } from './change-machine';
import { loadChange } from './load-change';
import { firstLiaisonOf, loadCompany } from './load-company';
import { lockCompany } from './lock-company';

/** 退回更名申请, with the reason; the first liaison gets an SMS. @throws DomainError `alreadyDecided`, `invalid` without a reason */
export async function returnRename(actor: AccountActor, { changeId, reason }: { changeId: string; reason: string }): Promise<void> {
  await transaction(async (tx) => {
    const { companyId } = await loadChange(tx, changeId);
    authorize(actor, 'change.decide', { companyId });
    await lockCompany(tx, companyId);
    const { state } = await loadChange(tx, changeId);
    const company = await loadCompany(tx, companyId);
    const decidedAt = await now(tx);
    await transition(tx, actor, requestMachine, { id: changeId, from: state, event: 'return', reason, data: { decidedAt } });
    const liaison = firstLiaisonOf(company);
    if (!liaison) return;
    await queueMessage(tx, {
      template: 'renameReturned',
      phone: liaison.mobile,
      parameters: { company: company.name },
      dedupeKey: `renameReturned:${changeId}:${decidedAt.toISOString()}`,
    });
  });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { exitMachine } from './change-machine';
import { loadChange } from './load-change';
import { firstLiaisonOf, loadCompany } from './load-company';
import { lockCompany } from './lock-company';

/**
 * 退会申请不予办理, with words that the member reads: the membership goes on. The first liaison gets an SMS.
 * @throws DomainError `notFound`, `alreadyDecided`, `invalid` without words
 */
export async function declineExit(actor: AccountActor, { changeId, reason }: { changeId: string; reason: string }): Promise<void> {
  await transaction(async (tx) => {
    const { companyId } = await loadChange(tx, changeId);
    authorize(actor, 'change.decide', { companyId });
    await lockCompany(tx, companyId);
    const { state } = await loadChange(tx, changeId);
    const company = await loadCompany(tx, companyId);
    const decidedAt = await now(tx);
    await transition(tx, actor, exitMachine, { id: changeId, from: state, event: 'decline', reason, data: { decidedAt } });
    const liaison = firstLiaisonOf(company);
    if (!liaison) return;
    await queueMessage(tx, {
      template: 'exitDeclined',
      phone: liaison.mobile,
      parameters: { company: company.name },
      dedupeKey: `exitDeclined:${changeId}`,
    });
  });
}

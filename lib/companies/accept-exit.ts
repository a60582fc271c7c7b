import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { type Day, formatDay } from '../days';
import { DomainError } from '../errors';
import { changeState } from '../members/change-member-state';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { exitMachine } from './change-machine';
import { contentOf, loadChange } from './load-change';
import { firstLiaisonOf, loadCompany } from './load-company';
import { lockCompany } from './lock-company';

type Acceptance = { changeId: string; on: Day; cancelDues: boolean };

/**
 * 同意退会: the membership ends from that day on, with the member's own reason; the certificate's verification says so by
 * itself. Dues that nobody has paid or filed anything of are cancelled along with it where staff choose so; what was paid
 * stays paid. The first liaison gets an SMS.
 * @throws DomainError `notFound`, `alreadyDecided` when it was decided, withdrawn or the membership has ended, `invalid` for a day to come
 */
export async function acceptExit(actor: AccountActor, { changeId, on, cancelDues }: Acceptance): Promise<void> {
  await transaction(async (tx) => {
    const { companyId } = await loadChange(tx, changeId);
    authorize(actor, 'change.decide', { companyId });
    await lockCompany(tx, companyId);
    const change = await loadChange(tx, changeId);
    const company = await loadCompany(tx, companyId);
    if (!company.member) throw new DomainError('notFound');
    const decidedAt = await now(tx);
    await transition(tx, actor, exitMachine, { id: changeId, from: change.state, event: 'accept', data: { decidedAt } });
    const reason = `会员申请退会：${String(contentOf(change).after.reason)}`;
    await changeState(tx, actor, { memberId: company.member.id, event: 'withdraw', reason, on, cancelDues });
    const liaison = firstLiaisonOf(company);
    if (!liaison) return;
    await queueMessage(tx, {
      template: 'exitAccepted',
      phone: liaison.mobile,
      parameters: { company: company.name, day: formatDay(on) },
      dedupeKey: `exitAccepted:${changeId}`,
    });
  });
}

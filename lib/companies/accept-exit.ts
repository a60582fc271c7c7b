import 'server-only';
import type { AccountActor } from '../access/actor';
import { type Day, formatDay } from '../days';
import { DomainError } from '../errors';
import { changeState } from '../members/change-member-state';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { exitMachine } from './change-machine';
import { contentOf } from './load-change';
import { openDecision } from './open-decision';
import { tellFirstLiaison } from './tell-first-liaison';

type Acceptance = { changeId: string; on: Day; cancelDues: boolean };

/**
 * 同意退会: the membership ends from that day on, with the member's own reason; the certificate's verification says so by
 * itself. Dues that nobody has paid or filed anything of are cancelled along with it where staff choose so; what was paid
 * stays paid. The first liaison gets an SMS.
 * @throws DomainError `notFound`, `alreadyDecided` when it was decided, withdrawn or the membership has ended, `invalid` for a day to come
 */
export async function acceptExit(actor: AccountActor, { changeId, on, cancelDues }: Acceptance): Promise<void> {
  await transaction(async (tx) => {
    const { change, company, decidedAt } = await openDecision(tx, actor, changeId);
    if (!company.member) throw new DomainError('notFound');
    await transition(tx, actor, exitMachine, { id: changeId, from: change.state, event: 'accept', data: { decidedAt } });
    const reason = `会员申请退会：${String(contentOf(change).after.reason)}`;
    await changeState(tx, actor, { memberId: company.member.id, event: 'withdraw', reason, on, cancelDues });
    await tellFirstLiaison(tx, company, {
      template: 'exitAccepted',
      parameters: { company: company.name, day: formatDay(on) },
      dedupeKey: `exitAccepted:${changeId}`,
    });
  });
}

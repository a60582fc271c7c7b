import 'server-only';
import type { AccountActor } from '../access/actor';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { exitMachine } from './change-machine';
import { openDecision } from './open-decision';
import { tellFirstLiaison } from './tell-first-liaison';

/**
 * 退会申请不予办理, with words that the member reads: the membership goes on. The first liaison gets an SMS.
 * @throws DomainError `notFound`, `alreadyDecided`, `invalid` without words
 */
export async function declineExit(actor: AccountActor, { changeId, reason }: { changeId: string; reason: string }): Promise<void> {
  await transaction(async (tx) => {
    const { change, company, decidedAt } = await openDecision(tx, actor, changeId);
    await transition(tx, actor, exitMachine, { id: changeId, from: change.state, event: 'decline', reason, data: { decidedAt } });
    await tellFirstLiaison(tx, company, {
      template: 'exitDeclined',
      parameters: { company: company.name },
      dedupeKey: `exitDeclined:${changeId}`,
    });
  });
}

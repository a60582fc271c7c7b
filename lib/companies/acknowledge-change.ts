import 'server-only';
import type { AccountActor } from '../access/actor';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { noticeMachine } from './change-machine';
import { openDecision } from './open-decision';

/** Staff have seen a change that is in force. @throws DomainError `notFound`, `alreadyDecided` */
export async function acknowledgeChange(actor: AccountActor, changeId: string): Promise<void> {
  await transaction(async (tx) => {
    const { change, decidedAt } = await openDecision(tx, actor, changeId);
    await transition(tx, actor, noticeMachine, { id: changeId, from: change.state, event: 'acknowledge', data: { decidedAt } });
  });
}

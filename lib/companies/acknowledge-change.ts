import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { noticeMachine } from './change-machine';
import { loadChange } from './load-change';

/** Staff have seen a change that is in force. @throws DomainError `notFound`, `alreadyDecided` */
export async function acknowledgeChange(actor: AccountActor, changeId: string): Promise<void> {
  await transaction(async (tx) => {
    const change = await loadChange(tx, changeId);
    authorize(actor, 'change.decide', change);
    const decidedAt = await now(tx);
    await transition(tx, actor, noticeMachine, { id: changeId, from: change.state, event: 'acknowledge', data: { decidedAt } });
  });
}

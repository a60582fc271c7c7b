import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { erasureMachine } from './erasure-machine';
import { lockAccount } from './lock-account';

/** The person keeps the account after all. @throws DomainError `forbidden`, `alreadyDecided` when nothing is asked for any more */
export async function withdrawErasure(actor: AccountActor): Promise<void> {
  authorize(actor, 'erasure.ask', { accountId: actor.id });
  await transaction(async (tx) => {
    await lockAccount(tx, actor.id);
    const open = await tx.erasureRequest.findFirst({ where: { accountId: actor.id, state: 'pending' } });
    if (!open) throw new DomainError('alreadyDecided');
    const decidedAt = await now(tx);
    await transition(tx, actor, erasureMachine, { id: open.id, from: open.state, event: 'withdraw', data: { decidedAt } });
  });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { erasureMachine } from './erasure-machine';
import { loadErasure } from './load-erasure';
import { lockAccount } from './lock-account';

/** 注销申请不予办理, with words that the person reads, and an SMS. @throws DomainError `notFound`, `forbidden`, `stepUp`, `alreadyDecided`, `invalid` */
export async function declineErasure(actor: AccountActor, { requestId, reason }: { requestId: string; reason: string }): Promise<void> {
  authorize(actor, 'erasure.decide', null);
  await transaction(async (tx) => {
    const { accountId } = await loadErasure(tx, requestId);
    await lockAccount(tx, accountId);
    const { state, account } = await loadErasure(tx, requestId);
    const decidedAt = await now(tx);
    await transition(tx, actor, erasureMachine, { id: requestId, from: state, event: 'decline', reason, data: { decidedAt } });
    await queueMessage(tx, {
      template: 'erasureDeclined',
      phone: account.phone,
      parameters: {},
      dedupeKey: `erasureDeclined:${requestId}`,
    });
  });
}

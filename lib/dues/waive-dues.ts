import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { chargeMachine } from './charge-machine';
import { refuseWhileFiled } from './filed';
import { lockCharge } from './lock-charges';

type Decision = { chargeId: string; reason: string };

/**
 * 免交: what is still open of a charge is owed no longer; what was paid of it stays paid.
 * @throws DomainError `alreadyDecided`, `invalid` without a reason, for a charge that is paid, or while a filing waits
 */
export async function waiveDues(actor: AccountActor, { chargeId, reason }: Decision): Promise<void> {
  authorize(actor, 'charge.decide', null);
  await transaction(async (tx) => {
    const charge = await lockCharge(tx, chargeId);
    if (charge.state === 'open' && charge.heldFen >= charge.amountFen) {
      throw new DomainError('invalid', { text: '这一年度已全额到账，不需要免交。不应收取的，请取消应交并退费。' });
    }
    await refuseWhileFiled(tx, chargeId);
    await transition(tx, actor, chargeMachine, { id: chargeId, from: charge.state, event: 'waive', reason, data: { reason } });
  });
}

/** Takes a waiver back: the rest is owed again. @throws DomainError `alreadyDecided`, `invalid` without a reason */
export async function reopenDues(actor: AccountActor, { chargeId, reason }: Decision): Promise<void> {
  authorize(actor, 'charge.decide', null);
  await transaction(async (tx) => {
    const charge = await lockCharge(tx, chargeId);
    await transition(tx, actor, chargeMachine, { id: chargeId, from: charge.state, event: 'reopen', reason, data: { reason: null } });
  });
}

/**
 * 取消应交: the charge was never owed. What was paid of it is to be given back (待退费).
 * @throws DomainError `alreadyDecided`, `invalid` without a reason or while a filing waits
 */
export async function cancelDues(actor: AccountActor, { chargeId, reason }: Decision): Promise<void> {
  authorize(actor, 'charge.decide', null);
  await transaction(async (tx) => {
    const charge = await lockCharge(tx, chargeId);
    await refuseWhileFiled(tx, chargeId);
    await transition(tx, actor, chargeMachine, { id: chargeId, from: charge.state, event: 'cancel', reason, data: { reason } });
  });
}

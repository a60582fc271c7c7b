import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { ChargeDecision, ChargeState } from '../generated/prisma/enums';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { aloneUpToFen } from './alone';
import { chargeMachine } from './charge-machine';
import { refuseWhileFiled } from './filed';
import { lockCharge } from './lock-charges';
import { proposalEvents } from './states';

type Decision = { chargeId: string; reason: string };

/**
 * 免交: what is still open of a charge is owed no longer; what was paid of it stays paid. Answers whether it stands, or is
 * `proposed`, because more than the sum of the settings is let go.
 * @throws DomainError `alreadyDecided`; `invalid` without a reason, for a charge that is paid, while a filing or a proposal waits
 */
export function waiveDues(actor: AccountActor, decision: Decision): Promise<{ proposed: boolean }> {
  return decide(actor, 'waive', decision);
}

/**
 * 取消应交: the charge was never owed. What was paid of it is to be given back (待退费). Answers, as `waiveDues`, whether it stands.
 * @throws DomainError `alreadyDecided`; `invalid` without a reason, while a filing or a proposal waits
 */
export function cancelDues(actor: AccountActor, decision: Decision): Promise<{ proposed: boolean }> {
  return decide(actor, 'cancel', decision);
}

async function decide(actor: AccountActor, decision: ChargeDecision, { chargeId: id, reason }: Decision): Promise<{ proposed: boolean }> {
  authorize(actor, 'charge.decide', null);
  const alone = await aloneUpToFen();
  return transaction(async (tx) => {
    const { proposed, ...charge } = await lockCharge(tx, id);
    if (proposed) throw new DomainError('invalid', { text: '这笔会费已有待同意的申请，请先处理。' });
    await requireDecidable(tx, decision, charge);
    if (charge.state !== 'open' || charge.amountFen - charge.heldFen <= alone) {
      await transition(tx, actor, chargeMachine, { id, from: charge.state, event: decision, reason, data: { reason } });
      return { proposed: false };
    }
    const data = { proposed: decision, proposedReason: reason, proposedById: actor.id };
    await transition(tx, actor, chargeMachine, { id, from: charge.state, event: proposalEvents[decision], reason, data });
    return { proposed: true };
  });
}

/**
 * 同意 by a second person: what was proposed stands, with its reason.
 * @throws DomainError `forbidden` for the one who proposed it, `alreadyDecided`, `invalid` when it was paid meanwhile or a filing waits
 */
export async function agreeToDecision(actor: AccountActor, chargeId: string): Promise<void> {
  await transaction(async (tx) => {
    const { proposed, proposedReason, proposedById, ...charge } = await lockCharge(tx, chargeId);
    authorize(actor, 'charge.agree', { requestedById: proposedById ?? '' });
    if (!proposed || !proposedReason) throw new DomainError('alreadyDecided');
    await requireDecidable(tx, proposed, charge);
    const data = { reason: proposedReason };
    await transition(tx, actor, chargeMachine, { id: chargeId, from: charge.state, event: proposed, ...data, data });
  });
}

/** 不同意, or 撤回 by the one who proposed it: the charge is owed as before. @throws DomainError `alreadyDecided`, `invalid` without a reason */
export async function refuseDecision(actor: AccountActor, { chargeId, reason }: Decision): Promise<void> {
  authorize(actor, 'charge.refuse', null);
  await transaction(async (tx) => {
    const { proposed, proposedById, state } = await lockCharge(tx, chargeId);
    if (!proposed) throw new DomainError('alreadyDecided');
    const event = proposedById === actor.id ? 'withdraw' : 'refuse';
    await transition(tx, actor, chargeMachine, { id: chargeId, from: state, event, reason, data: {} });
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

type ChargeFacts = { id: string; state: ChargeState; amountFen: number; heldFen: number };

async function requireDecidable(tx: Tx, decision: ChargeDecision, { id, state, amountFen, heldFen }: ChargeFacts): Promise<void> {
  if (decision === 'waive' && state === 'open' && heldFen >= amountFen) {
    throw new DomainError('invalid', { text: '这一年度已全额到账，不需要免交。不应收取的，请取消应交并退费。' });
  }
  await refuseWhileFiled(tx, id);
}

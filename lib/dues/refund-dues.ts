import 'server-only';
import { type AccountActor, type Actor, accountIdOf, actorName } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { type Day, dayOf, formatDay, toColumn } from '../days';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { RefundState } from '../generated/prisma/enums';
import { enqueue } from '../jobs/enqueue';
import { formatFen } from '../money';
import { once } from '../once';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { aloneUpToFen } from './alone';
import { lockCharge, lockPayment } from './lock-charges';
import { refundMachine } from './refund-machine';
import { type MoneyRef, refundableFen, spokenForFen } from './refundable';

type Request = MoneyRef & { amountFen: number; reason: string; key: string };

/**
 * 发起退费: asks to give money back that is over, or that was paid for a charge that is owed no longer. Up to the sum of
 * the settings it is agreed to at once; above it a second person has to. @throws DomainError `invalid` for more than is there
 */
export async function requestRefund(actor: AccountActor, { key, reason, ...request }: Request): Promise<{ refundId: string }> {
  authorize(actor, 'refund.request', null);
  const alone = await aloneUpToFen();
  const refundId = await transaction((tx) =>
    once(tx, actor, 'refund.request', `${request.paymentId}:${request.chargeId ?? ''}:${key}`, async () => {
      const charge = request.chargeId ? await lockCharge(tx, request.chargeId) : null;
      const free = refundableFen(await lockPayment(tx, request.paymentId), charge) - (await spokenForFen(tx, request));
      if (request.amountFen > free) {
        throw new DomainError('invalid', { fieldErrors: { amount: `这笔款项可退 ${formatFen(Math.max(0, free))}，请核对` } });
      }
      const state: RefundState = request.amountFen > alone ? 'requested' : 'approved';
      const { id } = await tx.refund.create({ data: { ...request, reason, state, requestedById: actor.id } });
      await tx.refundEvent.create({
        data: { refundId: id, event: 'request', to: state, reason, actorId: accountIdOf(actor), actorName: actorName(actor) },
      });
      const { paymentId, amountFen } = request;
      await recordAudit(tx, actor, {
        action: 'refund.request',
        record: 'refund',
        recordId: id,
        data: { paymentId, amountFen, reason, state },
      });
      if (state === 'approved') await enqueue(tx, 'sendRefund', { refundId: id });
      return id;
    }),
  );
  return { refundId };
}

/** 同意退费 by a second person. @throws DomainError `forbidden` for the one who asked, `alreadyDecided` */
export async function approveRefund(actor: AccountActor, refundId: string): Promise<void> {
  await transaction(async (tx) => {
    const { state, requestedById } = await loadRefund(tx, refundId);
    authorize(actor, 'refund.approve', { requestedById });
    await transition(tx, actor, refundMachine, { id: refundId, from: state, event: 'approve', data: { approvedById: actor.id } });
    await enqueue(tx, 'sendRefund', { refundId });
  });
}

/** 不同意退费, or 撤回 by the one who asked for it: the money stays where it is. @throws DomainError `alreadyDecided`, `invalid` without a reason */
export async function refuseRefund(actor: AccountActor, { refundId, reason }: { refundId: string; reason: string }): Promise<void> {
  await transaction(async (tx) => {
    const { state, requestedById } = await loadRefund(tx, refundId);
    authorize(actor, 'refund.refuse', null);
    const event = requestedById === actor.id ? 'withdraw' : 'refuse';
    await transition(tx, actor, refundMachine, { id: refundId, from: state, event, reason, data: {} });
  });
}

type Paid = { refundId: string; paidOn: Day; serial: string };

/**
 * 登记已退 of a bank transfer: finance has sent the money back. @throws DomainError `alreadyDecided` when it is not agreed to, was
 * paid, or goes back online by itself; `invalid` for a day before the money came
 */
export async function payRefund(actor: AccountActor, paid: Paid): Promise<void> {
  authorize(actor, 'refund.request', null);
  const found = await db().refund.findUnique({
    where: { id: paid.refundId },
    select: { payment: { select: { source: true, paidOn: true } } },
  });
  if (!found) throw new DomainError('notFound');
  if (found.payment.source === 'online')
    throw new DomainError('alreadyDecided', { text: '这笔款项在线支付，退款由系统原路退回，不需要登记。' });
  const arrivedOn = dayOf(found.payment.paidOn);
  if (paid.paidOn < arrivedOn) {
    throw new DomainError('invalid', { fieldErrors: { paidOn: `退款日期不能早于到账日期（${formatDay(arrivedOn)}）` } });
  }
  await settleRefund(actor, paid);
}

/**
 * The money has gone back. It becomes a payment of less than nothing beside the one that it gives back, taken off the same
 * charge. For finance and for the provider's word, which have asked the policy. @throws DomainError `alreadyDecided`
 */
export async function settleRefund(actor: Actor, { refundId, paidOn, serial }: Paid): Promise<void> {
  await transaction(async (tx) => {
    const { state, paymentId, chargeId, amountFen } = await loadRefund(tx, refundId);
    const charge = chargeId ? await lockCharge(tx, chargeId) : null;
    const payment = await lockPayment(tx, paymentId);
    if (amountFen > refundableFen(payment, charge)) throw new DomainError('alreadyDecided');
    const { filingId, companyId } = payment;
    const money = await tx.payment.create({
      data: {
        ...{ source: payment.source, refundOfId: paymentId, filingId, companyId, serial },
        amountFen: -amountFen,
        paidOn: toColumn(paidOn),
        confirmedById: accountIdOf(actor),
      },
    });
    if (chargeId) await tx.allocation.create({ data: { paymentId: money.id, chargeId, amountFen: -amountFen } });
    await transition(tx, actor, refundMachine, { id: refundId, from: state, event: 'pay', data: { moneyId: money.id } });
  });
}

async function loadRefund(tx: Tx, id: string) {
  const found = await tx.refund.findUnique({ where: { id } });
  if (!found) throw new DomainError('notFound');
  return found;
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { dayOf } from '../days';
import type { Tx } from '../db';
import { arrivedFen } from '../dues/arrived';
import { chargeMachine } from '../dues/charge-machine';
import { filingMachine } from '../dues/filing-machine';
import { lockCharges, lockFiling, lockPayment } from '../dues/lock-charges';
import { loadFiling } from '../dues/queries';
import { isVoidable } from '../dues/states';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { bankRowMachine, lockRow } from './machine';

type Voiding = { paymentId: string; reason: string };
type Payment = Awaited<ReturnType<typeof lockPayment>>;
type Charge = Awaited<ReturnType<typeof lockCharges>>[number];
type Row = Awaited<ReturnType<typeof lockRow>>;

/**
 * 撤销到账: what was recorded has not come, or is another company's. The payment stands for nothing any more: what it paid
 * is owed again, a filing that it made whole waits again, the bank's row is open again. What it was for stays in the audit;
 * who did it and why stands in the history of the charges, and of a filing that it confirmed.
 * @throws DomainError `alreadyDecided` when somebody else was first; `invalid` without a reason, for money of which the
 * provider tells, of which something goes or has gone back, or whose charges have a receipt or a waiver
 */
export async function voidPayment(actor: AccountActor, { paymentId, reason }: Voiding): Promise<void> {
  authorize(actor, 'payment.void', null);
  await transaction(async (tx) => {
    const { payment, charges, row } = await lockWhole(tx, paymentId);
    await requireVoidable(tx, payment, charges);
    await markVoided(tx, paymentId);
    await reopenFiling(tx, actor, payment, reason);
    for (const charge of charges) await oweAgain(tx, actor, charge, reason);
    if (row) await reopenRow(tx, actor, row, reason);
    const { source, amountFen, payer, serial, note, filingId, bankRowId, companyId, allocations } = payment;
    const paid = allocations.map((allocation) => ({ chargeId: allocation.chargeId, amountFen: allocation.amountFen }));
    const told = { source, amountFen, paidOn: dayOf(payment.paidOn), payer, serial, note, filingId, bankRowId, companyId, paid, reason };
    await recordAudit(tx, actor, { action: 'payment.void', record: 'payment', recordId: paymentId, data: told });
  });
}

// In the order in which money is settled: the bank's row, the filing, the charges.
async function lockWhole(tx: Tx, paymentId: string): Promise<{ payment: Payment; charges: Charge[]; row: Row | null }> {
  const changed = () => new DomainError('alreadyDecided', { text: '这笔到款刚刚有了变化，请刷新后核对。' });
  const found = await tx.payment.findUnique({ where: { id: paymentId }, include: { allocations: true } });
  if (!found || found.refundOfId || found.voidedAt) throw changed();
  const row = found.bankRowId ? await lockRow(tx, found.bankRowId) : null;
  if (found.filingId) await lockFiling(tx, found.filingId);
  const chargeIds = found.allocations.map(({ chargeId }) => chargeId);
  const charges = chargeIds.length ? await lockCharges(tx, chargeIds) : [];
  const payment = await lockPayment(tx, paymentId);
  const isOther = payment.bankRowId !== found.bankRowId || payment.filingId !== found.filingId;
  if (isOther || payment.voidedAt || payment.allocations.some(({ chargeId }) => !chargeIds.includes(chargeId))) throw changed();
  return { payment, charges, row };
}

async function requireVoidable(tx: Tx, { id: paymentId, source }: Payment, charges: readonly Charge[]): Promise<void> {
  const refuse = (text: string) => new DomainError('invalid', { text });
  if (!isVoidable(source)) throw refuse('这笔款项在线支付，由系统与支付平台核对，不能撤销；不应收取的，请取消应交并退费。');
  const refunds = await tx.refund.findMany({ where: { paymentId, state: { not: 'refused' } }, select: { state: true } });
  if (refunds.some(({ state }) => state === 'done')) throw refuse('这笔款项已经退过费，说明它到过账，不能撤销。');
  if (refunds.length) throw refuse('这笔款项正在退费，请先在“退费”里撤回，再撤销到账。');
  const chargeId = { in: charges.map(({ id }) => id) };
  if (await tx.receiptCharge.count({ where: { chargeId, receipt: { state: 'issued' } } }))
    throw refuse('这笔会费已开具电子票据，请先登记冲红，再撤销到账。');
  if (charges.some(({ state }) => state === 'waived')) throw refuse('这一年度的余额已免交，请先恢复应交，再撤销到账。');
}

async function markVoided(tx: Tx, paymentId: string): Promise<void> {
  await tx.allocation.deleteMany({ where: { paymentId } });
  const stands = { filingId: null, bankRowId: null, awaitsFiling: false, leftFen: 0 };
  await tx.payment.update({ where: { id: paymentId }, data: { ...stands, voidedAt: await now(tx) } });
}

// Only where it is no longer whole: another payment may stand for all of it.
async function reopenFiling(tx: Tx, actor: AccountActor, { filingId }: Payment, reason: string): Promise<void> {
  const filing = filingId ? await loadFiling(tx, filingId) : null;
  if (filing?.state !== 'confirmed' || arrivedFen(filing) >= filing.amountFen) return;
  const data = { decidedAt: null, reason };
  await transition(tx, actor, filingMachine, { id: filing.id, from: filing.state, event: 'void', reason, data });
}

// 取消应交 of a paid year lets nothing go, and needs no second person: without its money it is to be decided anew. What an
// application that has ended had filed is not owed by anybody.
async function oweAgain(tx: Tx, actor: AccountActor, { id, state, companyId }: Charge, reason: string): Promise<void> {
  if (state === 'cancelled' && !companyId) return;
  await transition(tx, actor, chargeMachine, { id, from: state, event: 'void', reason, data: { reason: null } });
}

async function reopenRow(tx: Tx, actor: AccountActor, { id, state: from }: Row, reason: string): Promise<void> {
  if (from !== 'open') await transition(tx, actor, bankRowMachine, { id, from, event: 'void', reason, data: { reason: null } });
}

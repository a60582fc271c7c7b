import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { lapseProposals } from './lapse-proposals';
import { lockCharge, lockPayment } from './lock-charges';
import { spokenForFen } from './refundable';

/**
 * 抵用: what a payment has over goes to another open charge of the same company, as much of it as is open there.
 * @throws DomainError `invalid` when nothing is over or open, or the charge is another company's
 */
export async function applyOverpayment(
  actor: AccountActor,
  { paymentId, chargeId }: { paymentId: string; chargeId: string },
): Promise<{ amountFen: number }> {
  authorize(actor, 'payment.record', null);
  return transaction(async (tx) => {
    const charge = await lockCharge(tx, chargeId);
    const payment = await lockPayment(tx, paymentId);
    const left = payment.leftFen - (await spokenForFen(tx, { paymentId, chargeId: null }));
    const amountFen = charge.state === 'open' ? Math.min(left, charge.amountFen - charge.heldFen) : 0;
    if (!payment.companyId || payment.companyId !== charge.companyId || amountFen <= 0) {
      throw new DomainError('invalid', { text: '这笔款项没有可以抵用的余额，或这一年度已不需要交费，请刷新后核对。' });
    }
    const before = payment.allocations.find((allocation) => allocation.chargeId === chargeId);
    if (before) await tx.allocation.update({ where: { id: before.id }, data: { amountFen: { increment: amountFen } } });
    else await tx.allocation.create({ data: { paymentId, chargeId, amountFen } });
    await lapseProposals(tx, actor, [charge]);
    await recordAudit(tx, actor, { action: 'payment.apply', record: 'payment', recordId: paymentId, data: { chargeId, amountFen } });
    return { amountFen };
  });
}

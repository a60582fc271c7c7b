import 'server-only';
import { type Actor, accountIdOf } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { type Day, toColumn } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { PaymentSource } from '../generated/prisma/enums';
import { allocate } from './allocate';
import { lapseProposals } from './lapse-proposals';
import { lockCharges } from './lock-charges';

export type Money = {
  source: PaymentSource;
  amountFen: number;
  /** The day on the bank's or the provider's account. */
  paidOn: Day;
  chargeIds: readonly string[];
  filingId?: string;
  /** The row of a bank's statement that tells of it. */
  bankRowId?: string;
  /** What the bank or the provider calls this payment: a second one of the same name is refused. */
  providerNumber?: string;
  serial?: string;
  payer?: string;
  note?: string;
  /** 到款未登记: the member has yet to say for whom the receipt is. */
  awaitsFiling?: boolean;
};

/**
 * The one command by which money comes in, whoever tells of it: records the payment and spreads it over its charges,
 * oldest first, each up to what is open. What is over stays on the payment (`leftFen`), what is short on the charge.
 * For jobs, webhooks and the commands of finance, which have asked the policy; inside the caller's transaction.
 * @throws DomainError `alreadyDecided` for a provider's number that is recorded, `invalid` for charges of several companies
 */
export async function settlePayment(
  tx: Tx,
  actor: Actor,
  { chargeIds, paidOn, ...money }: Money,
): Promise<{ paymentId: string; leftFen: number }> {
  const charges = await lockCharges(tx, chargeIds);
  const owners = new Set(charges.map(({ companyId, applicationId }) => companyId ?? applicationId));
  if (owners.size !== 1) throw new DomainError('invalid', { text: '一笔款项只能用于同一家单位的会费。' });
  const [{ companyId = null } = {}] = charges;
  const row = { ...money, companyId, paidOn: toColumn(paidOn), confirmedById: accountIdOf(actor) };
  const [payment] = await tx.payment.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true, amountFen: true } });
  if (!payment) throw new DomainError('alreadyDecided', { text: `这笔款项（${money.providerNumber}）已经登记过了。` });
  await allocate(
    tx,
    payment,
    charges.filter(({ state }) => state !== 'waived'),
  );
  await lapseProposals(tx, actor, charges);
  const { leftFen } = await tx.payment.findUniqueOrThrow({ where: { id: payment.id }, select: { leftFen: true } });
  await recordAudit(tx, actor, {
    action: 'payment.settle',
    record: 'payment',
    recordId: payment.id,
    data: { source: money.source, amountFen: money.amountFen, leftFen, chargeIds: [...chargeIds], filingId: money.filingId ?? '' },
  });
  return { paymentId: payment.id, leftFen };
}

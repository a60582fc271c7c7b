import 'server-only';
import type { AccountActor, Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { type Day, dayOf, formatDay } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { queueMessage } from '../messages/queue-message';
import { formatFen } from '../money';
import { once } from '../once';
import { transaction } from '../transaction';
import { refuseWhileFiled } from './filed';
import { findFirstLiaison } from './first-liaison';
import { lockCharges } from './lock-charges';
import { findPaymentBySerial } from './same-serial';
import { type Money, settlePayment } from './settle-payment';

type Arrived = {
  chargeId: string;
  amountFen: number;
  paidOn: Day;
  payer: string;
  serial: string;
  note: string;
  /** The bank's number was recorded before, and somebody has looked: it is another payment, or one for several companies. */
  isAnother?: boolean;
  key: string;
};

/**
 * 到款未登记: money that nobody has told of, recorded by hand for a company's year. The liaison is asked by SMS for title
 * and mailbox; until then the row says 待补登记, and the member's filing then finds this payment.
 * @throws DomainError `invalid` when a filing waits for this year (confirm that one), the charge is not open, or the bank's
 * number was recorded before
 */
export async function recordUnfiledPayment(actor: AccountActor, { chargeId, isAnother, key, ...money }: Arrived): Promise<void> {
  authorize(actor, 'payment.record', null);
  await transaction((tx) =>
    once(tx, actor, 'payment.recordUnfiled', `${chargeId}:${key}`, async () => {
      if (!isAnother) await refuseSameSerial(tx, money.serial);
      return settleUnfiled(tx, actor, { source: 'manual', ...money, chargeIds: [chargeId] });
    }),
  );
}

async function refuseSameSerial(tx: Tx, serial: string): Promise<void> {
  const same = await findPaymentBySerial(tx, serial);
  if (!same) return;
  const what = `${same.company?.name ?? same.payer} ${formatDay(dayOf(same.paidOn))} ${formatFen(same.amountFen)}`;
  const advice = '请先核对；确实是另一笔，或一笔汇款为几家单位交费的，勾选后再登记。';
  throw new DomainError('invalid', { fieldErrors: { isAnother: `这个流水号已经登记过：${what}。${advice}` } });
}

/** The same for charges of one company, inside another command's transaction, which has asked the policy; answers with the payment. */
export async function settleUnfiled(tx: Tx, actor: Actor, money: Money): Promise<string> {
  const charges = await lockCharges(tx, money.chargeIds);
  for (const { id, companyId, state } of charges) {
    if (!companyId) throw new DomainError('invalid', { text: '入会申请的会费，请在汇款确认里办理。' });
    if (state !== 'open') throw new DomainError('alreadyDecided');
    await refuseWhileFiled(tx, id);
  }
  const open = charges.filter(({ heldFen, amountFen }) => heldFen < amountFen);
  if (!open.length) throw new DomainError('invalid', { text: '这一年度已全额到账，请核对这笔款项属于哪一年度。' });
  const { paymentId } = await settlePayment(tx, actor, { ...money, awaitsFiling: true });
  const reached = await tx.charge.findMany({
    where: { allocations: { some: { paymentId } } },
    select: { companyId: true, year: true },
    orderBy: { year: 'asc' },
  });
  const companyId = reached[0]?.companyId;
  const liaison = companyId && (await findFirstLiaison(tx, companyId));
  if (liaison) {
    await queueMessage(tx, {
      template: 'paymentUnfiled',
      phone: liaison.mobile,
      parameters: { company: liaison.company.name, year: [...new Set(reached.map(({ year }) => year))].join('、') },
      dedupeKey: `paymentUnfiled:${paymentId}`,
    });
  }
  return paymentId;
}

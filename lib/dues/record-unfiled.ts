import 'server-only';
import type { AccountActor, Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { Day } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { queueMessage } from '../messages/queue-message';
import { once } from '../once';
import { transaction } from '../transaction';
import { refuseWhileFiled } from './filed';
import { findFirstLiaison } from './first-liaison';
import { lockCharges } from './lock-charges';
import { type Money, settlePayment } from './settle-payment';

type Arrived = { chargeId: string; amountFen: number; paidOn: Day; payer: string; serial: string; note: string; key: string };

/**
 * 到款未登记: money that nobody has told of, recorded by hand for a company's year. The liaison is asked by SMS for title
 * and mailbox; until then the row says 待补登记, and the member's filing then finds this payment.
 * @throws DomainError `invalid` when a filing waits for this year (confirm that one), or the charge is not open
 */
export async function recordUnfiledPayment(actor: AccountActor, { chargeId, key, ...money }: Arrived): Promise<void> {
  authorize(actor, 'payment.record', null);
  await transaction((tx) =>
    once(tx, actor, 'payment.recordUnfiled', `${chargeId}:${key}`, () =>
      settleUnfiled(tx, actor, { source: 'manual', ...money, chargeIds: [chargeId] }),
    ),
  );
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

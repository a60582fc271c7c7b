import 'server-only';
import { randomBytes } from 'node:crypto';
import { type AccountActor, actorName } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { lockCompany } from '../companies/lock-company';
import { dayInShanghai } from '../days';
import type { Tx } from '../db';
import { listPayable } from '../dues/payable';
import { viewDuesRow } from '../dues/views';
import { env } from '../env';
import { DomainError } from '../errors';
import type { OnlineOrder } from '../generated/prisma/client';
import { once } from '../once';
import { onlinePayment } from '../providers/payment/payment';
import { type PaymentProvider, PaymentUnavailable } from '../providers/payment/payment-provider';
import { transaction } from '../transaction';
import type { OnlinePaymentAnswers } from './schema';

/** Long enough for a clerk to find the phone that pays; the provider takes nothing after it. */
const MINUTES = 60;

type Start = OnlinePaymentAnswers & { companyId: string; years: readonly string[]; key: string };

/**
 * Opens an order over the open dues of these years and answers with the provider's page for it. A second click, and a
 * second start for the same dues while the first can still be paid, lead to the same order, so that nobody pays twice.
 * @throws DomainError `notFound` where online payment is off, `notEditable` when nothing of it is to be paid now, `busy` when the provider cannot be reached
 */
export async function startOnlinePayment(actor: AccountActor, start: Start): Promise<{ url: string }> {
  authorize(actor, 'filing.file', { companyId: start.companyId, application: null });
  const provider = onlinePayment();
  if (!provider) throw new DomainError('notFound');
  const { companyId, key } = start;
  const order = await transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const id = await once(tx, actor, 'onlineOrder.open', `${companyId}:${key}`, () => openOrder(tx, actor, provider, start));
    return tx.onlineOrder.findUniqueOrThrow({ where: { id }, include: { charges: { include: { charge: true } } } });
  });
  const years = [...new Set(order.charges.map(({ charge }) => charge.year))].toSorted();
  return { url: await checkout(provider, order, `${years.join('、')} 年度会费`) };
}

async function openOrder(
  tx: Tx,
  actor: AccountActor,
  provider: PaymentProvider,
  { companyId, years, key: _, ...title }: Start,
): Promise<string> {
  const charges = (await listPayable(tx, companyId)).filter(({ year }) => years.includes(String(year)));
  const rows = charges.map(viewDuesRow).filter(({ openFen }) => openFen > 0);
  if (!rows.length) throw new DomainError('notEditable', { text: '所选年度现在没有要交的会费：已经提交、已交清或不需要交纳。' });
  const amountFen = rows.reduce((sum, { openFen }) => sum + openFen, 0);
  const chargeIds = rows.map(({ id }) => id);
  const at = await now(tx);
  const same = await tx.onlineOrder.findFirst({
    where: {
      companyId,
      amountFen,
      provider: provider.name,
      state: 'open',
      endsAt: { gt: at },
      charges: { every: { chargeId: { in: chargeIds } } },
    },
    include: { charges: true },
  });
  if (same && same.charges.length === chargeIds.length) {
    await tx.onlineOrder.update({ where: { id: same.id }, data: title });
    return same.id;
  }
  const orderNumber = `HF${dayInShanghai(at).replaceAll('-', '')}${randomBytes(8).toString('hex').toUpperCase()}`;
  const order = await tx.onlineOrder.create({
    data: {
      ...{ ...title, companyId, amountFen, orderNumber, provider: provider.name, accountId: actor.id },
      endsAt: new Date(at.getTime() + MINUTES * 60_000),
      charges: { create: chargeIds.map((chargeId) => ({ chargeId })) },
    },
  });
  await tx.onlineOrderEvent.create({
    data: { orderId: order.id, event: 'open', to: 'open', actorId: actor.id, actorName: actorName(actor) },
  });
  await recordAudit(tx, actor, {
    action: 'onlineOrder.open',
    record: 'onlineOrder',
    recordId: order.id,
    data: { companyId, orderNumber, amountFen, chargeIds },
  });
  return order.id;
}

async function checkout(
  provider: PaymentProvider,
  { orderNumber, amountFen, companyId, endsAt }: OnlineOrder,
  subject: string,
): Promise<string> {
  const site = env().SITE_URL;
  const urls = {
    returnUrl: `${site}/dues/online/${orderNumber}?company=${companyId}`,
    notifyUrl: `${site}/api/payments/${provider.name}/notify`,
  };
  const minutes = Math.max(1, Math.floor((endsAt.getTime() - (await now()).getTime()) / 60_000));
  return provider.checkout({ orderNumber, amountFen, subject, minutes }, urls).catch((error: unknown) => {
    if (error instanceof PaymentUnavailable)
      throw new DomainError('busy', { text: `现在连不上${provider.label}，请过几分钟再试，或改用银行汇款。` });
    throw error;
  });
}

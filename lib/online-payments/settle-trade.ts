import 'server-only';
import type { Actor } from '../access/actor';
import { now } from '../clock';
import { dayInShanghai, toColumn } from '../days';
import type { Tx } from '../db';
import { confirmLoadedFiling } from '../dues/confirm-filing';
import { recordFiled } from '../dues/file-dues';
import { loadFiling } from '../dues/queries';
import { settlePayment } from '../dues/settle-payment';
import type { OnlineOrder } from '../generated/prisma/client';
import type { PaymentProvider, Trade } from '../providers/payment/payment-provider';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { onlineOrderMachine } from './online-order-machine';
import { recordDifference } from './record-difference';

type Provider = Pick<PaymentProvider, 'name' | 'label'>;

/**
 * Believes what the provider says of an order, whoever asked it (a notice, the return page, the sweeper): the first word that
 * it is paid makes the payment and a confirmed filing, in one transaction; every later one changes nothing. What does not fit,
 * an unknown order, another amount, a second trade, becomes a difference for finance, and no money of ours.
 */
export async function settleTrade(provider: Provider, trade: Trade): Promise<void> {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "OnlineOrder" WHERE "orderNumber" = ${trade.orderNumber} FOR UPDATE`;
    const order = await tx.onlineOrder.findUnique({ where: { orderNumber: trade.orderNumber }, include: { charges: true } });
    const actor: Actor = { kind: 'system', name: provider.label };
    if (trade.state === 'paid') return settle(tx, actor, { provider, trade, order });
    if (trade.state === 'closed' && order?.state === 'open')
      await transition(tx, actor, onlineOrderMachine, { id: order.id, from: 'open', event: 'close', data: {} });
  });
}

type Known = OnlineOrder & { charges: { chargeId: string }[] };

async function settle(
  tx: Tx,
  actor: Actor,
  { provider, trade, order }: { provider: Provider; trade: Trade; order: Known | null },
): Promise<void> {
  const differs = (kind: 'unknownOrder' | 'amount' | 'secondTrade') =>
    recordDifference(tx, { provider: provider.name, kind, ...trade, expectedFen: order?.amountFen ?? 0, actualFen: trade.amountFen });
  if (!order || order.provider !== provider.name) return differs('unknownOrder');
  if (trade.amountFen !== order.amountFen) return differs('amount');
  if (order.state === 'paid') return order.tradeNumber === trade.tradeNumber ? undefined : differs('secondTrade');
  const paidOn = dayInShanghai(trade.paidAt ?? (await now(tx)));
  const chargeIds = order.charges.map(({ chargeId }) => chargeId);
  const filingId = await fileAsPaid(tx, order, { paidOn, tradeNumber: trade.tradeNumber, label: provider.label, chargeIds });
  const { paymentId } = await settlePayment(tx, actor, {
    ...{ source: 'online', amountFen: trade.amountFen, paidOn, chargeIds, filingId },
    providerNumber: `${provider.name}:${trade.tradeNumber}`,
    serial: trade.tradeNumber,
    payer: provider.label,
  });
  await confirmLoadedFiling(tx, actor, await loadFiling(tx, filingId));
  const data = { tradeNumber: trade.tradeNumber, paymentId };
  await transition(tx, actor, onlineOrderMachine, { id: order.id, from: order.state, event: 'pay', data });
}

type Paid = { paidOn: string; tradeNumber: string; label: string; chargeIds: string[] };

/** What the payer said before the provider's page becomes a filing, so that receipts have one queue and one clock. */
async function fileAsPaid(tx: Tx, order: Known, { paidOn, tradeNumber, label, chargeIds }: Paid): Promise<string> {
  const { companyId, amountFen, titleName, titleUscc, person, mobile, email, accountId } = order;
  const filing = await tx.filing.create({
    data: {
      ...{ companyId, amountFen, titleName, titleUscc, person, mobile, email },
      ...{ payer: label, payerBank: '', payerAccount: '', serial: tradeNumber, note: '', paidOn: toColumn(paidOn), filedAt: await now(tx) },
      charges: { create: chargeIds.map((chargeId) => ({ chargeId })) },
    },
  });
  const payer = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  await recordFiled(tx, { kind: 'system', name: payer.name }, filing, { companyId, chargeIds });
  return filing.id;
}

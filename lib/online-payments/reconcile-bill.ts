import 'server-only';
import { now } from '../clock';
import { addDays, type Day, dayInShanghai, toColumn } from '../days';
import { db } from '../db';
import { onlinePayment } from '../providers/payment/payment';
import type { BillLine, PaymentProvider } from '../providers/payment/payment-provider';
import { transaction } from '../transaction';
import { recordDifference } from './record-difference';
import { refreshOrder } from './refresh-order';

/** A bill that was not ready, or a server that was down, is made up for within a week. */
const DAYS_BACK = 7;

/** 每日对账: compares each of the last days, once its bill is there, with what we recorded, line by line. Runs every day. */
export async function reconcileBills(): Promise<void> {
  const provider = onlinePayment();
  if (!provider) return;
  const today = dayInShanghai(await now());
  for (let back = DAYS_BACK; back >= 1; back--) await reconcileDay(provider, addDays(today, -back));
}

async function reconcileDay(provider: PaymentProvider, day: Day): Promise<void> {
  const id = { provider: provider.name, day: toColumn(day) };
  if (await db().billedDay.findUnique({ where: { provider_day: id } })) return;
  const lines = await provider.listBill(day);
  if (!lines) return;
  // What we have not heard of yet is asked for first: a lost notice is no difference.
  for (const { orderNumber, refundNumber } of lines) {
    const order = refundNumber ? null : await db().onlineOrder.findUnique({ where: { orderNumber } });
    if (order && order.state !== 'paid') await refreshOrder(order);
  }
  await transaction(async (tx) => {
    const ours = await tx.payment.findMany({
      where: { source: 'online', paidOn: id.day, amountFen: { gt: 0 } },
      include: { onlineOrder: true },
    });
    const compare = (line: BillLine) => compareLine(line, ours);
    for (const line of lines) {
      const difference = line.refundNumber ? await unknownRefund(line) : compare(line);
      if (difference) await recordDifference(tx, { provider: provider.name, ...line, ...difference });
    }
    const billed = new Set(lines.filter(({ refundNumber }) => !refundNumber).map(({ tradeNumber }) => tradeNumber));
    for (const { onlineOrder, amountFen } of ours) {
      if (!onlineOrder || onlineOrder.provider !== provider.name || billed.has(onlineOrder.tradeNumber ?? '')) continue;
      const { orderNumber, tradeNumber } = onlineOrder;
      await recordDifference(tx, {
        provider: provider.name,
        kind: 'notOnBill',
        orderNumber,
        tradeNumber: tradeNumber ?? '',
        expectedFen: amountFen,
        actualFen: 0,
      });
    }
    await tx.billedDay.create({ data: id });
  });
}

type Ours = { amountFen: number; onlineOrder: { tradeNumber: string | null } | null };

function compareLine({ tradeNumber, amountFen }: BillLine, ours: readonly Ours[]) {
  const same = ours.find(({ onlineOrder }) => onlineOrder?.tradeNumber === tradeNumber);
  if (!same) return { kind: 'unknownOrder' as const, expectedFen: 0, actualFen: amountFen };
  return same.amountFen === amountFen ? null : { kind: 'amount' as const, expectedFen: same.amountFen, actualFen: amountFen };
}

// A refund that somebody made on the provider's own pages, past this system.
async function unknownRefund({ refundNumber, amountFen }: BillLine) {
  const ours = /^[0-9a-f]{32}$/.test(refundNumber) ? await db().refund.findUnique({ where: { id: uuidOf(refundNumber) } }) : null;
  if (ours?.amountFen === -amountFen) return null;
  return { kind: 'unknownRefund' as const, expectedFen: ours ? -ours.amountFen : 0, actualFen: amountFen };
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

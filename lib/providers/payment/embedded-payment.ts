import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { now } from '../../clock';
import { type Day, dayInShanghai } from '../../days';
import { db, type Tx } from '../../db';
import { env } from '../../env';
import type { CashierTrade } from '../../generated/prisma/client';
import { transaction } from '../../transaction';
import { type BillLine, type PaymentProvider, PaymentUnavailable, type Trade } from './payment-provider';

const noticeShape = z.object({
  orderNumber: z.string(),
  tradeNumber: z.string(),
  state: z.enum(['waiting', 'paid', 'closed']),
  amountFen: z.coerce.number().int(),
  paidAt: z.iso.datetime().transform((text) => new Date(text)),
});

/**
 * A cashier of the demo and the tests that really keeps trades: its page (/cashier) pays, fails, and sends its notices once,
 * late, twice or never.
 */
export function embeddedPayment(): PaymentProvider {
  return {
    name: 'embedded',
    label: '演示收银台',
    noticeTaken: 'success',
    async checkout({ orderNumber, amountFen, subject, minutes }, { returnUrl, notifyUrl }) {
      const endsAt = new Date((await now()).getTime() + minutes * 60_000);
      const trade = { tradeNumber: `C${randomBytes(12).toString('hex')}`, amountFen, subject, returnUrl, notifyUrl, endsAt };
      await db().cashierTrade.createMany({ data: { orderNumber, ...trade }, skipDuplicates: true }); // a second click is the same trade
      return `${env().SITE_URL}/cashier/${orderNumber}`;
    },
    readNotice(body) {
      const { sign = '', ...fields } = Object.fromEntries(new URLSearchParams(body));
      const parsed = noticeShape.safeParse(fields);
      return parsed.success && isSigned(fields, sign) ? parsed.data : null;
    },
    async query(orderNumber) {
      const found = await db().cashierTrade.findUnique({ where: { orderNumber } });
      return found && viewTrade(found, await now());
    },
    async refund({ orderNumber, amountFen, refundNumber }) {
      return transaction((tx) => payBack(tx, { orderNumber, amountFen, refundNumber }));
    },
    async listBill(day) {
      return (await now()) < new Date(`${day}T16:00:00Z`) ? null : billOf(day);
    },
  };
}

/** The body of the notice about a trade, signed. */
export function cashierNotice(trade: CashierTrade): string {
  const fields = {
    orderNumber: trade.orderNumber,
    tradeNumber: trade.tradeNumber,
    state: trade.state,
    amountFen: String(trade.amountFen),
    paidAt: (trade.paidAt ?? trade.createdAt).toISOString(),
  };
  return new URLSearchParams({ ...fields, sign: signatureOf(fields) }).toString();
}

async function payBack(tx: Tx, { orderNumber, amountFen, refundNumber }: { orderNumber: string; amountFen: number; refundNumber: string }) {
  await tx.$executeRaw`SELECT 1 FROM "CashierTrade" WHERE "orderNumber" = ${orderNumber} FOR UPDATE`;
  const trade = await tx.cashierTrade.findUnique({ where: { orderNumber }, include: { refunds: true } });
  if (!trade?.paidAt) throw new PaymentUnavailable('nothing was paid');
  if (trade.refunds.some((refund) => refund.refundNumber === refundNumber)) return true;
  const left = trade.refunds.reduce((sum, refund) => sum - refund.amountFen, trade.amountFen);
  if (amountFen > left) throw new PaymentUnavailable('more than was paid');
  await tx.cashierRefund.create({ data: { refundNumber, orderNumber, amountFen } });
  if (amountFen === left) await tx.cashierTrade.update({ where: { orderNumber }, data: { state: 'closed' } });
  return true;
}

async function billOf(day: Day): Promise<BillLine[]> {
  const [trades, refunds] = await Promise.all([
    db().cashierTrade.findMany({ where: { paidAt: { not: null } }, orderBy: { paidAt: 'asc' } }),
    db().cashierRefund.findMany({ include: { trade: true }, orderBy: { createdAt: 'asc' } }),
  ]);
  const onDay = (moment: Date | null) => moment !== null && dayInShanghai(moment) === day;
  return [
    ...trades
      .filter(({ paidAt }) => onDay(paidAt))
      .map(({ orderNumber, tradeNumber, amountFen }) => ({ orderNumber, tradeNumber, amountFen, refundNumber: '' })),
    ...refunds
      .filter(({ createdAt }) => onDay(createdAt))
      .map(({ orderNumber, refundNumber, amountFen, trade }) => ({
        orderNumber,
        tradeNumber: trade.tradeNumber,
        amountFen: -amountFen,
        refundNumber,
      })),
  ];
}

function viewTrade({ orderNumber, tradeNumber, state, amountFen, paidAt, endsAt }: CashierTrade, at: Date): Trade {
  return { orderNumber, tradeNumber, state: state === 'waiting' && endsAt < at ? 'closed' : state, amountFen, paidAt };
}

function isSigned(fields: Record<string, string>, sign: string): boolean {
  const expected = Buffer.from(signatureOf(fields));
  const given = Buffer.from(sign);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf(fields: Record<string, string>): string {
  const text = Object.keys(fields)
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
  return createHmac('sha256', `cashier:${env().AUTH_SECRET}`).update(text).digest('hex');
}

import 'server-only';
import { db } from '../db';
import { cashierNotice } from '../providers/payment/embedded-payment';

/** Sends the cashier's notice about an order to whoever asked for it; throws until it is taken, so that the job tries again. */
export async function notifyCashier(orderNumber: string): Promise<void> {
  const trade = await db().cashierTrade.findUniqueOrThrow({ where: { orderNumber } });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const answered = await fetch(trade.notifyUrl, { method: 'POST', headers, body: cashierNotice(trade), signal: AbortSignal.timeout(8000) });
  if ((await answered.text()) !== 'success') throw new Error(`the notice was not taken: ${answered.status}`);
}

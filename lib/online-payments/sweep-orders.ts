import 'server-only';
import { now } from '../clock';
import { db } from '../db';
import { refreshOrder } from './refresh-order';

/** The payer may have paid and closed the browser, and the notice may be lost: after so long we ask ourselves. */
const PATIENCE_MS = 2 * 60_000;
/** A closed order is still asked about for a day: money may arrive late. */
const LATE_MS = 24 * 60 * 60_000;
const AT_ONCE = 100;

/** Asks the provider about every order that waits. Runs every few minutes. */
export async function sweepOrders(): Promise<void> {
  const at = (await now()).getTime();
  const orders = await db().onlineOrder.findMany({
    where: {
      OR: [
        { state: 'open', createdAt: { lt: new Date(at - PATIENCE_MS) } },
        { state: 'closed', createdAt: { gt: new Date(at - LATE_MS) } },
      ],
    },
    orderBy: [{ state: 'asc' }, { createdAt: 'asc' }],
    take: AT_ONCE,
  });
  for (const order of orders) await refreshOrder(order);
}

import 'server-only';
import { now } from '../clock';
import { db } from '../db';
import { env } from '../env';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import type { Manner } from './manners';

const LATE_SECONDS = 20;

export type CashierView = { orderNumber: string; subject: string; amountFen: number; returnUrl: string; isOpen: boolean };

/** What the cashier's page shows. Does not exist where real money is taken. @throws DomainError `notFound` */
export async function getCashierOrder(orderNumber: string): Promise<CashierView> {
  if (env().PAYMENT !== 'embedded') throw new DomainError('notFound');
  const trade = await db().cashierTrade.findUnique({ where: { orderNumber } });
  if (!trade) throw new DomainError('notFound');
  const { subject, amountFen, returnUrl, state, endsAt } = trade;
  return { orderNumber, subject, amountFen, returnUrl, isOpen: state === 'waiting' && endsAt > (await now()) };
}

/** Plays the payer's part at the cashier; answers with where the browser goes. @throws DomainError `notFound` */
export async function payAtCashier(orderNumber: string, manner: Manner): Promise<string> {
  const { returnUrl } = await getCashierOrder(orderNumber);
  await transaction(async (tx) => {
    const at = await now(tx);
    const data = manner === 'fail' ? { state: 'closed' as const } : { state: 'paid' as const, paidAt: at };
    const { count } = await tx.cashierTrade.updateMany({ where: { orderNumber, state: 'waiting', endsAt: { gt: at } }, data });
    if (!count || manner === 'fail' || manner === 'never') return;
    const payload = JSON.stringify({ orderNumber });
    const delay = manner === 'late' ? LATE_SECONDS : 0;
    for (let turn = 0; turn < (manner === 'twice' ? 2 : 1); turn++) {
      await tx.$executeRaw`
        SELECT graphile_worker.add_job('notifyCashier', ${payload}::json, run_at => now() + ${delay} * interval '1 second', max_attempts => 8)`;
    }
  });
  return returnUrl;
}

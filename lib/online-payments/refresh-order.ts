import 'server-only';
import { now } from '../clock';
import type { OnlineOrder } from '../generated/prisma/client';
import { logger } from '../logger';
import { onlinePayment } from '../providers/payment/payment';
import { settleTrade } from './settle-trade';

/**
 * Asks the provider how an order stands and believes the answer. An order whose time is over, and of which the provider never
 * heard, is closed. Says nothing when the provider cannot be asked: the sweeper asks again.
 */
export async function refreshOrder({ orderNumber, provider: name, endsAt, amountFen }: OnlineOrder): Promise<void> {
  const provider = onlinePayment();
  if (provider?.name !== name) return;
  try {
    const trade = await provider.query(orderNumber);
    if (trade) await settleTrade(provider, trade);
    else if (endsAt < (await now()))
      await settleTrade(provider, { orderNumber, tradeNumber: '', state: 'closed', amountFen, paidAt: null });
  } catch (error) {
    logger().warn({ err: error, orderNumber }, 'an order could not be refreshed');
  }
}

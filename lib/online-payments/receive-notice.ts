import 'server-only';
import { DomainError } from '../errors';
import { onlinePayment } from '../providers/payment/payment';
import { settleTrade } from './settle-trade';

/**
 * A notice from the provider, by its raw body. Answers with what tells the provider that it was taken, after the commit; null
 * for one that is not genuine, which then has no effect at all. A fault is thrown, and the provider tries again.
 * @throws DomainError `notFound` for a provider that is not configured
 */
export async function receiveNotice(providerName: string, body: string): Promise<string | null> {
  const provider = onlinePayment();
  if (provider?.name !== providerName) throw new DomainError('notFound');
  const trade = provider.readNotice(body);
  if (!trade) return null;
  await settleTrade(provider, trade);
  return provider.noticeTaken;
}

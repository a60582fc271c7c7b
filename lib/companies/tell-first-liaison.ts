import 'server-only';
import type { MessageTemplate } from '../copy/messages';
import type { Tx } from '../db';
import { queueMessage } from '../messages/queue-message';
import type { LoadedCompany } from './load-company';

type Told = { template: MessageTemplate; parameters: Record<string, string>; dedupeKey: string };

/** An SMS to whom the association writes to, where the company has somebody. */
export async function tellFirstLiaison(tx: Tx, { liaisons }: LoadedCompany, message: Told): Promise<void> {
  const first = liaisons.find(({ order }) => order === 'first');
  if (first) await queueMessage(tx, { ...message, phone: first.mobile });
}

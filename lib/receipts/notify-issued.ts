import 'server-only';
import type { Tx } from '../db';
import { findFirstLiaison } from '../dues/first-liaison';
import { queueMessage } from '../messages/queue-message';
import { sendsMail } from '../providers/mail/mail';
import { yearsText } from './export-columns';

type Issued = {
  receiptId: string;
  companyId: string | null;
  companyName: string;
  titleName: string;
  years: readonly number[];
  /** Where the platform sends the receipt. */
  email: string;
  /** Of the person who filed, for a company that has no liaison yet. */
  mobile: string;
};

/**
 * 票据已开具: an SMS to the first liaison, and an e-mail to the mailbox that the receipt goes to, which neither carries it nor
 * looks like the ministry's. `occasion` tells a repeat from the first. Whether they arrive hinders nothing.
 */
export async function notifyIssued(tx: Tx, { companyId, email, mobile, ...issued }: Issued, occasion = '', pace?: 'many'): Promise<void> {
  const liaison = companyId ? await findFirstLiaison(tx, companyId) : null;
  const phone = liaison?.mobile ?? mobile;
  const dedupeKey = ['receiptIssued', issued.receiptId, occasion].filter(Boolean).join(':');
  const parameters = { company: issued.companyName, year: yearsText(issued.years) };
  if (phone) await queueMessage(tx, { template: 'receiptIssued', phone, parameters, dedupeKey }, pace);
  if (!email || !sendsMail()) return;
  const words = { ...parameters, title: issued.titleName };
  await queueMessage(tx, { channel: 'email', template: 'receiptIssued', email, parameters: words, dedupeKey: `${dedupeKey}:email` }, pace);
}

import 'server-only';
import type { MailTemplate, MessageTemplate } from '../copy/messages';
import type { Tx } from '../db';
import { enqueue } from '../jobs/enqueue';

/** The worker takes smaller numbers first. */
const BEHIND = 10;

/** An SMS to a phone, or an e-mail to a mailbox. */
type Addressed =
  | { channel?: 'sms'; template: MessageTemplate; phone: string }
  | { channel: 'email'; template: MailTemplate; email: string };

type NewMessage = Addressed & {
  parameters: Record<string, string>;
  /** A sealed code; emptied once the message is out. */
  secret?: string;
  expiresAt?: Date;
  reminderId?: string;
  /** Two messages with the same key are one. */
  dedupeKey: string;
  /** A message that only looks as if it were sent. */
  state?: 'dropped';
};

/**
 * Puts an SMS or an e-mail into the outbox, in the caller's transaction; a worker sends it after the commit. One of `many`
 * lets those pass that somebody waits for. Ask `sendsMail` before queueing an e-mail: where there is none, its job fails
 * until it is given up. Answers with the message's id, or null when it stood there already.
 */
export async function queueMessage(tx: Tx, message: NewMessage, pace: 'now' | 'many' = 'now'): Promise<string | null> {
  const [row] = await tx.message.createManyAndReturn({ data: [message], skipDuplicates: true, select: { id: true } });
  if (row) await enqueue(tx, 'sendMessage', { messageId: row.id }, pace === 'many' ? BEHIND : 0);
  return row?.id ?? null;
}

import 'server-only';
import type { MessageTemplate } from '../copy/messages';
import type { Tx } from '../db';
import { enqueue } from '../jobs/enqueue';

/** The worker takes smaller numbers first. */
const BEHIND = 10;

type NewMessage = {
  template: MessageTemplate;
  phone: string;
  parameters: Record<string, string>;
  /** A sealed code; emptied once the message is out. */
  secret?: string;
  expiresAt?: Date;
  /** Two messages with the same key are one. */
  dedupeKey: string;
  /** A message that only looks as if it were sent. */
  state?: 'dropped';
};

/**
 * Puts an SMS into the outbox, in the caller's transaction; a worker sends it after the commit. One of `many` lets those
 * pass that somebody waits for. Answers with its id, or null when it stood there already.
 */
export async function queueMessage(tx: Tx, message: NewMessage, pace: 'now' | 'many' = 'now'): Promise<string | null> {
  const [row] = await tx.message.createManyAndReturn({ data: [message], skipDuplicates: true, select: { id: true } });
  if (row) await enqueue(tx, 'sendMessage', { messageId: row.id }, pace === 'many' ? BEHIND : 0);
  return row?.id ?? null;
}

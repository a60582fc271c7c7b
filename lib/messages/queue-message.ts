import 'server-only';
import type { MessageTemplate } from '../copy/messages';
import type { Tx } from '../db';
import { enqueue } from '../jobs/enqueue';

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

/** Puts an SMS into the outbox, in the caller's transaction; a worker sends it after the commit. */
export async function queueMessage(tx: Tx, message: NewMessage): Promise<void> {
  const [row] = await tx.message.createManyAndReturn({ data: [message], skipDuplicates: true, select: { id: true } });
  if (row) await enqueue(tx, 'sendMessage', { messageId: row.id });
}

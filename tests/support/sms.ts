import { db } from '../../lib/db';
import { sendMessage } from '../../lib/messages/send-message';

/** Lets the code of a flow be sent, and reads it from the phone as its owner would. */
export async function codeOf(flow: string): Promise<string> {
  const { id } = await db().message.findUniqueOrThrow({ where: { dedupeKey: `code:${flow}` } });
  await sendMessage(id, { isLastTry: false });
  const { text } = await db().outboxSms.findUniqueOrThrow({ where: { messageId: id } });
  return /\d{6}/.exec(text)?.[0] ?? '';
}

/** Six digits that are not the code. */
export function anotherCode(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

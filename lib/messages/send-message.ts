import 'server-only';
import * as z from 'zod';
import { now } from '../clock';
import { isMessageTemplate, messageText } from '../copy/messages';
import { db } from '../db';
import { sms } from '../providers/sms/sms';
import { SmsUndeliverable } from '../providers/sms/sms-provider';
import { unseal } from '../secrets';

const parameterShape = z.record(z.string(), z.string());

/**
 * Sends a waiting message; one that was sent or has expired is left alone. A failure is noted and thrown on, so that
 * the job tries again later; on its last try, or when the number is none, the message is marked as failed.
 */
export async function sendMessage(messageId: string, { isLastTry }: { isLastTry: boolean }): Promise<void> {
  const message = await db().message.findUnique({ where: { id: messageId } });
  if (message?.state !== 'waiting' || !isMessageTemplate(message.template)) return;
  if (message.expiresAt && message.expiresAt <= (await now())) {
    await db().message.update({ where: { id: messageId }, data: { state: 'dropped', secret: null } });
    return;
  }
  const parameters = { ...parameterShape.parse(message.parameters), ...(message.secret && { code: unseal('message', message.secret) }) };
  const { template, phone } = message;
  try {
    const { providerId } = await sms().send({ messageId, phone, template, parameters, text: messageText(template, parameters) });
    await db().message.update({
      where: { id: messageId },
      data: { state: 'sent', providerId, sentAt: await now(), tries: { increment: 1 }, secret: null },
    });
  } catch (error) {
    const isFinal = isLastTry || error instanceof SmsUndeliverable;
    const failed = isFinal ? ({ state: 'failed', secret: null } as const) : {};
    await db().message.update({
      where: { id: messageId },
      data: { ...failed, tries: { increment: 1 }, lastError: String(error).slice(0, 300) },
    });
    if (!(error instanceof SmsUndeliverable)) throw error;
  }
}

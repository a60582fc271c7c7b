import 'server-only';
import * as z from 'zod';
import { now } from '../clock';
import { isMailTemplate, isMessageTemplate, mailText, messageText } from '../copy/messages';
import { db } from '../db';
import type { Message } from '../generated/prisma/client';
import { mail } from '../providers/mail/mail';
import { MailUndeliverable } from '../providers/mail/mail-provider';
import { sms } from '../providers/sms/sms';
import { SmsUndeliverable } from '../providers/sms/sms-provider';
import { isStillDue } from '../reminders/still-due';
import { unseal } from '../secrets';

const parameterShape = z.record(z.string(), z.string());

/**
 * Sends a waiting message, by SMS or e-mail; one that was sent or has expired is left alone, and so is a reminder of dues
 * that are not owed any more as it says. A failure is noted and
 * thrown on, so that the job tries again later; on its last try, or when phone or mailbox is none, the message is
 * marked as failed.
 */
export async function sendMessage(messageId: string, { isLastTry }: { isLastTry: boolean }): Promise<void> {
  const message = await db().message.findUnique({ where: { id: messageId } });
  if (message?.state !== 'waiting') return;
  const hasExpired = message.expiresAt && message.expiresAt <= (await now());
  if (hasExpired || (message.reminderId && !(await isStillDue(message.reminderId)))) {
    await db().message.update({ where: { id: messageId }, data: { state: 'dropped', secret: null } });
    return;
  }
  const parameters = { ...parameterShape.parse(message.parameters), ...(message.secret && { code: unseal('message', message.secret) }) };
  try {
    const { providerId } = await deliver(message, parameters);
    await db().message.update({
      where: { id: messageId },
      data: { state: 'sent', providerId, sentAt: await now(), tries: { increment: 1 }, secret: null },
    });
  } catch (error) {
    const isUndeliverable = error instanceof SmsUndeliverable || error instanceof MailUndeliverable;
    const failed = isLastTry || isUndeliverable ? ({ state: 'failed', secret: null } as const) : {};
    await db().message.update({
      where: { id: messageId },
      data: { ...failed, tries: { increment: 1 }, lastError: String(error).slice(0, 300) },
    });
    if (!isUndeliverable) throw error;
  }
}

async function deliver({ id: messageId, template, phone, email }: Message, parameters: Record<string, string>) {
  if (phone && isMessageTemplate(template)) {
    return sms().send({ messageId, phone, template, parameters, text: messageText(template, parameters) });
  }
  if (email && isMailTemplate(template)) return mail().send({ messageId, email, ...mailText(template, parameters) });
  throw new Error(`no words for ${template}`);
}

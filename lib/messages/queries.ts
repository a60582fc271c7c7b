import 'server-only';
import { db } from '../db';
import { env } from '../env';
import { DomainError } from '../errors';

/** What arrived on a phone, or in a mailbox under its subject. */
export type OutboxView = { id: string; to: string; subject?: string; text: string; createdAt: Date };

const newest = { orderBy: { createdAt: 'desc' }, take: 100 } as const;

/** What the embedded providers delivered, newest first. Does not exist where a real one sends the SMS. @throws DomainError `notFound` */
export async function listOutbox(): Promise<OutboxView[]> {
  if (env().SMS !== 'embedded') throw new DomainError('notFound');
  const [texts, mails] = await Promise.all([db().outboxSms.findMany(newest), db().outboxMail.findMany(newest)]);
  return [
    ...texts.map(({ id, phone, text, createdAt }) => ({ id, to: phone, text, createdAt })),
    ...mails.map(({ id, email, subject, text, createdAt }) => ({ id, to: email, subject, text, createdAt })),
  ]
    .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
    .slice(0, 100);
}

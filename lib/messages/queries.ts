import 'server-only';
import { db } from '../db';
import { env } from '../env';
import { DomainError } from '../errors';

export type OutboxView = { id: string; phone: string; text: string; createdAt: Date };

/** What the embedded provider delivered, newest first. Does not exist where a real one sends. @throws DomainError `notFound` */
export async function listOutbox(): Promise<OutboxView[]> {
  if (env().SMS !== 'embedded') throw new DomainError('notFound');
  const rows = await db().outboxSms.findMany({ orderBy: { createdAt: 'desc' }, take: 100 });
  return rows.map(({ id, phone, text, createdAt }) => ({ id, phone, text, createdAt }));
}

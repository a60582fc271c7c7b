import * as z from 'zod';
import { db } from '../../lib/db';

/** What a record's audit chain says happened to it, oldest first. */
export async function auditOf(record: string, recordId: string): Promise<string[]> {
  const rows = await db().auditEvent.findMany({ where: { record, recordId }, orderBy: { seq: 'asc' }, select: { action: true } });
  return rows.map(({ action }) => action);
}

/** An application's history as `event: from → to`, oldest first. */
export async function historyOf(applicationId: string): Promise<string[]> {
  const rows = await db().applicationEvent.findMany({ where: { applicationId }, orderBy: { createdAt: 'asc' } });
  return rows.map(({ event, from, to }) => `${event}: ${from} → ${to}`);
}

const queued = z.array(z.object({ identifier: z.string(), payload: z.unknown() }));

/** Every job that waits for a worker, with its whole payload as text. */
export async function listJobs(): Promise<{ identifier: string; payload: string }[]> {
  const rows = await db().$queryRaw`
    SELECT t."identifier", j."payload" FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t."id" = j."task_id"`;
  return queued.parse(rows).map(({ identifier, payload }) => ({ identifier, payload: JSON.stringify(payload) }));
}

/** Of these messages, each as often as there are jobs that will send it, in order. */
export async function jobsFor(messageIds: string[]): Promise<string[]> {
  const rows = await db().$queryRaw`
    SELECT "payload"->>'messageId' AS "id" FROM graphile_worker._private_jobs WHERE "payload"->>'messageId' = ANY (${messageIds}) ORDER BY 1`;
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}

/** The messages of a template to a phone, each with the number of jobs that will send it. */
export async function messagesTo(phone: string, template: string) {
  const jobs = await listJobs();
  const rows = await db().message.findMany({ where: { phone, template }, orderBy: { createdAt: 'asc' } });
  return rows.map((row) => ({
    ...row,
    jobs: jobs.filter(({ identifier, payload }) => identifier === 'sendMessage' && payload.includes(row.id)).length,
  }));
}

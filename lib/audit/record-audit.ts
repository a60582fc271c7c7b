import 'server-only';
import { createHash } from 'node:crypto';
import { type Actor, accountIdOf, actorName, addressOf } from '../access/actor';
import { now } from '../clock';
import type { Tx } from '../db';
import type { Prisma } from '../generated/prisma/client';

export type AuditEntry = {
  action: string;
  record: string;
  recordId: string;
  /** What changed, as plain values; never passwords, codes or file contents. */
  data?: Prisma.InputJsonObject;
};

/**
 * Appends one event to a record's audit chain, in the caller's transaction. Each event's hash covers the one before it
 * and the hash of its payload, so that the payload can be emptied later and the chain still verifies.
 */
export async function recordAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  // One writer at a time for each record's chain, until the transaction ends.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit:${entry.record}:${entry.recordId}`}, 0))`;
  const last = await tx.auditEvent.findFirst({
    where: { record: entry.record, recordId: entry.recordId },
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  });
  const createdAt = await now(tx);
  const data = entry.data ?? {};
  const event = {
    record: entry.record,
    recordId: entry.recordId,
    seq: (last?.seq ?? 0) + 1,
    action: entry.action,
    actorId: accountIdOf(actor),
    actorName: actorName(actor),
    address: addressOf(actor),
    payloadHash: sha256(canonicalJson(data)),
  };
  const hash = sha256(canonicalJson({ ...event, createdAt: createdAt.toISOString(), previous: last?.hash ?? '' }));
  await tx.auditEvent.create({ data: { ...event, createdAt, hash, payload: { create: { data } } } });
}

/** JSON with sorted keys: jsonb does not keep the order in which they were written. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

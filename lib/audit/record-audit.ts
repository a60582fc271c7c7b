import 'server-only';
import { createHash } from 'node:crypto';
import { type Actor, accountIdOf, actorName, addressOf } from '../access/actor';
import { clockShiftMs } from '../clock';
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
 * Appends one event to a record's audit chain, in the caller's transaction and one statement. Each event's hash covers the one
 * before it and the hash of its payload, so that the payload can be emptied later and the chain still verifies.
 */
export async function recordAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  const { record, recordId, action, data = {} } = entry;
  const who = { actorId: accountIdOf(actor), actorName: actorName(actor), address: addressOf(actor) };
  const event = { record, recordId, action, ...who, payloadHash: sha256(canonicalJson(data)) };
  // The canonical JSON that is hashed, around what the database adds: createdAt, previous and seq.
  const head = canonicalJson({ action, ...who }).slice(0, -1);
  const tail = canonicalJson({ record, recordId }).slice(1, -1);
  await tx.$executeRaw`
    SELECT append_audit(${head}, ${tail}, ${JSON.stringify(event)}::jsonb, ${JSON.stringify(data)}::jsonb, ${clockShiftMs()}::float8)`;
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

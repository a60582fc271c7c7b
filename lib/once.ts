import 'server-only';
import * as z from 'zod';
import { type Actor, actorName } from './access/actor';
import type { Tx } from './db';

const text = z.string();

/**
 * Runs `work` once for each actor, action and form key, inside the caller's transaction, and answers a repeat with the
 * result of the first. Only successes are kept: after an error the same form may be sent again, corrected.
 */
export async function once(tx: Tx, actor: Actor, action: string, key: string, work: () => Promise<string>): Promise<string> {
  const actorId = actor.kind === 'account' ? actor.id : actorName(actor);
  // A second click waits here for the first one's transaction.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`once:${actorId}:${action}:${key}`}, 0))`;
  const id = { actorId, action, key };
  const done = await tx.idempotency.findUnique({ where: { actorId_action_key: id } });
  if (done) return text.parse(done.result);
  const result = await work();
  await tx.idempotency.create({ data: { ...id, result } });
  return result;
}

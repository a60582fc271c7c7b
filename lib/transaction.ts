import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { db, insideTransaction, type Tx } from './db';

const CONFLICTS = ['40001', '40P01'];
const ATTEMPTS = 3;

/**
 * Runs `work` in one READ COMMITTED transaction; starts over, at most twice, when PostgreSQL reports a serialization
 * failure or a deadlock. `work` must have no effect outside the database. `timeoutMs` is for the few that move thousands of rows.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, options: { timeoutMs?: number } = {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(
        (tx) =>
          insideTransaction.run(true, async () => {
            // What triggers and foreign keys ask is planned once, not for each of thousands of rows (see `connect` of lib/db.ts).
            if (options.timeoutMs) await tx.$executeRaw`SET LOCAL plan_cache_mode = auto`;
            return work(tx);
          }),
        options.timeoutMs ? { timeout: options.timeoutMs } : undefined,
      );
    } catch (error) {
      if (attempt >= ATTEMPTS || !isConflict(error)) throw error;
      await wait(attempt * 20 + Math.random() * 30);
    }
  }
}

/** True when a unique index refused the row. */
export function isUniqueViolation(error: unknown): boolean {
  return codesOf(error).some((code) => code === '23505' || code === 'P2002');
}

/** True when a row is still pointed at by another. */
export function isForeignKeyViolation(error: unknown): boolean {
  return codesOf(error).some((code) => code === '23503' || code === '23001' || code === 'P2003');
}

function isConflict(error: unknown): boolean {
  return codesOf(error).some((code) => CONFLICTS.includes(code) || code === 'P2034');
}

// The SQLSTATE sits at different depths: on the error, its cause, or in Prisma's meta.
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const own = ['code', 'originalCode'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? [value] : [];
  });
  const inner = ['cause', 'meta', 'driverAdapterError'].flatMap((name) => codesOf(Reflect.get(error, name), depth + 1));
  return [...own, ...inner];
}

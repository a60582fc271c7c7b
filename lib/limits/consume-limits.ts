import 'server-only';
import * as z from 'zod';
import { now } from '../clock';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';

/** At most `max` for `key` in a window of `seconds` that opens with the first; `uses` of them at once, one when left out. */
export type LimitRule = { key: string; max: number; seconds: number; uses?: number };

const counted = z.tuple([z.object({ count: z.number(), endsAt: z.date() })]);

/**
 * Counts one use against every rule, or against none: what one rule refuses does not use up the others. In PostgreSQL
 * and by its clock, so that all instances share an exact count; stands outside the caller's transaction.
 * @throws DomainError `limited` with the moment from which it is allowed again. A database error is thrown on: closed.
 */
export async function consumeLimits(rules: readonly LimitRule[]): Promise<void> {
  await transaction((tx) => countUses(tx, rules));
}

/**
 * The same within the caller's transaction, which a refusal must undo: then exactly as many uses count as were made.
 * Callers that share rules name them in the same order, so that they wait for each other and never in a circle.
 * @throws DomainError `limited`
 */
export async function countUses(tx: Tx, rules: readonly LimitRule[]): Promise<void> {
  const at = await now(tx);
  const blocked: Date[] = [];
  for (const rule of rules) {
    const { count, endsAt } = await countUse(tx, rule, at);
    if (count > rule.max) blocked.push(endsAt);
  }
  if (blocked.length) throw new DomainError('limited', { retryAt: latest(blocked) });
}

/** How many uses a rule would allow now. */
export async function countLeft(tx: Tx, { key, max, seconds }: LimitRule): Promise<number> {
  const row = await tx.limit.findUnique({ where: { key_windowMs: { key, windowMs: seconds * 1000 } } });
  const used = row && row.endsAt > (await now(tx)) ? row.count : 0;
  return Math.max(0, max - used);
}

async function countUse(tx: Tx, { key, seconds, uses = 1 }: LimitRule, at: Date): Promise<{ count: number; endsAt: Date }> {
  const ends = new Date(at.getTime() + seconds * 1000);
  const [row] = counted.parse(
    await tx.$queryRaw`
      INSERT INTO "Limit" ("key", "windowMs", "startsAt", "endsAt", "count")
      VALUES (${key}, ${seconds * 1000}, ${at}::timestamptz, ${ends}::timestamptz, ${uses}::int)
      ON CONFLICT ("key", "windowMs") DO UPDATE SET
        "count" = CASE WHEN "Limit"."endsAt" <= ${at}::timestamptz THEN ${uses}::int ELSE "Limit"."count" + ${uses}::int END,
        "startsAt" = CASE WHEN "Limit"."endsAt" <= ${at}::timestamptz THEN ${at}::timestamptz ELSE "Limit"."startsAt" END,
        "endsAt" = CASE WHEN "Limit"."endsAt" <= ${at}::timestamptz THEN ${ends}::timestamptz ELSE "Limit"."endsAt" END
      RETURNING "count", "endsAt"`,
  );
  return row;
}

function latest(moments: Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

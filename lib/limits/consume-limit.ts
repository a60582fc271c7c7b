import 'server-only';
import * as z from 'zod';
import { now } from '../clock';
import { db } from '../db';
import { DomainError } from '../errors';

/** At most `max` in a window of `seconds` that opens with the first. */
export type LimitRule = { max: number; seconds: number };

const counted = z.array(z.object({ count: z.number(), endsAt: z.date() }));

/**
 * Counts one use of `key` against every rule, in PostgreSQL and by its clock, so that all instances share the count.
 * Stands outside the caller's transaction: a refused or failed attempt counts too.
 * @throws DomainError `limited` with the moment from which it is allowed again. A database error is thrown on: closed.
 */
export async function consumeLimit(key: string, rules: readonly LimitRule[]): Promise<void> {
  const at = await now();
  const blocked: Date[] = [];
  for (const { max, seconds } of rules) {
    const ends = new Date(at.getTime() + seconds * 1000);
    const [row] = counted.parse(
      await db().$queryRaw`
        INSERT INTO "Limit" ("key", "windowMs", "startsAt", "endsAt", "count") VALUES (${key}, ${seconds * 1000}, ${at}::timestamptz, ${ends}::timestamptz, 1)
        ON CONFLICT ("key", "windowMs") DO UPDATE SET
          "count" = CASE WHEN "Limit"."endsAt" <= ${at}::timestamptz THEN 1 ELSE "Limit"."count" + 1 END,
          "startsAt" = CASE WHEN "Limit"."endsAt" <= ${at}::timestamptz THEN ${at}::timestamptz ELSE "Limit"."startsAt" END,
          "endsAt" = CASE WHEN "Limit"."endsAt" <= ${at}::timestamptz THEN ${ends}::timestamptz ELSE "Limit"."endsAt" END
        RETURNING "count", "endsAt"`,
    );
    if (row && row.count > max) blocked.push(row.endsAt);
  }
  if (blocked.length) throw new DomainError('limited', { retryAt: latest(blocked) });
}

function latest(moments: Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

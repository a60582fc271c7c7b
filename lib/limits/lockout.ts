import 'server-only';
import * as z from 'zod';
import { now } from '../clock';
import { db } from '../db';
import { DomainError } from '../errors';

const FREE_TRIES = 5;
const LONGEST_MINUTES = 15;
const found = z.array(z.object({ endsAt: z.date() }));

/**
 * Counts a try for `key` before its outcome is known. After five without `forgiveTries` the key is locked for a minute,
 * then two, four … at most fifteen; a day without tries forgets them. One statement, so that tries sent at the same
 * moment are all counted.
 * @throws DomainError `limited` with the moment from which another try is allowed.
 */
export async function countTry(key: string): Promise<void> {
  const at = await now();
  const yesterday = new Date(at.getTime() - 86_400_000);
  const counted = await db().$queryRaw`
    INSERT INTO "Limit" ("key", "windowMs", "startsAt", "endsAt", "count") VALUES (${key}, 0, ${at}::timestamptz, ${at}::timestamptz, 1)
    ON CONFLICT ("key", "windowMs") DO UPDATE SET
      "count" = CASE WHEN "Limit"."startsAt" < ${yesterday}::timestamptz THEN 1 ELSE "Limit"."count" + 1 END,
      "startsAt" = ${at}::timestamptz,
      "endsAt" = CASE WHEN "Limit"."count" + 1 >= ${FREE_TRIES} AND "Limit"."startsAt" >= ${yesterday}::timestamptz
        THEN ${at}::timestamptz + make_interval(mins => least(${LONGEST_MINUTES}, power(2, least("Limit"."count" + 1 - ${FREE_TRIES}, 10))::int))
        ELSE ${at}::timestamptz END
    WHERE "Limit"."count" < ${FREE_TRIES} OR "Limit"."endsAt" <= ${at}::timestamptz
    RETURNING "endsAt"`;
  if (found.parse(counted).length) return;
  const [locked] = found.parse(await db().$queryRaw`SELECT "endsAt" FROM "Limit" WHERE "key" = ${key} AND "windowMs" = 0`);
  throw new DomainError('limited', { retryAt: locked?.endsAt ?? at });
}

/** Forgets the tries of `key`: it succeeded. */
export async function forgiveTries(key: string): Promise<void> {
  await db().limit.deleteMany({ where: { key, windowMs: 0 } });
}

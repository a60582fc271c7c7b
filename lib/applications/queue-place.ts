import 'server-only';
import * as z from 'zod';
import { adjusted } from '../clock';
import { type Day, dayInShanghai } from '../days';
import { db } from '../db';

export type QueuePlace = { position: number; total: number; previousId: string | null; nextId: string | null };

const placeRow = z.object({
  position: z.number(),
  total: z.number(),
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
  now: z.date(),
});

/**
 * Where an application stands among those that wait for a first decision, the longest waiting first, and its neighbours.
 * One that waits no longer has the neighbours of its old place, so that a reviewer goes on from there. One statement, which tells the day too.
 */
export async function findQueuePlace({ id, submittedAt }: { id: string; submittedAt: Date }): Promise<QueuePlace & { today: Day }> {
  const [row] = await db().$queryRaw<unknown[]>`
    SELECT count(*) FILTER (WHERE ("submittedAt", "id") <= (${submittedAt}, ${id}::uuid))::int AS "position",
      count(*)::int AS "total",
      (SELECT "id"::text FROM "Application" WHERE "state" = 'submitted' AND ("submittedAt", "id") < (${submittedAt}, ${id}::uuid)
        ORDER BY "submittedAt" DESC, "id" DESC LIMIT 1) AS "previousId",
      (SELECT "id"::text FROM "Application" WHERE "state" = 'submitted' AND ("submittedAt", "id") > (${submittedAt}, ${id}::uuid)
        ORDER BY "submittedAt", "id" LIMIT 1) AS "nextId",
      clock_timestamp() AS "now"
    FROM "Application" WHERE "state" = 'submitted'`;
  const { now, ...place } = placeRow.parse(row);
  return { ...place, today: dayInShanghai(adjusted(now)) };
}

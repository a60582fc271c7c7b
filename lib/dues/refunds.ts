import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';

const rows = z.array(z.object({ id: z.string(), amountFen: z.number(), receivedFen: z.number(), pending: z.boolean() }));

export type Refunds = {
  /** The filings, the longest waiting first. */
  ids: string[];
  /** Money that has arrived and is not the association's: to be paid back. */
  receivedFen: number;
  /** What is said to have been sent and finance has not confirmed: to be looked for at the bank first. */
  unconfirmedFen: number;
};

/** 待退费: filings whose charges are owed no longer, because the application was withdrawn or rejected. */
export async function sumRefunds(actor: Actor): Promise<Refunds> {
  authorize(actor, 'filing.list', null);
  const found = rows.parse(
    await db().$queryRaw`
      SELECT f."id"::text, f."amountFen", f."state" = 'pending' AS "pending",
        coalesce((SELECT sum(p."amountFen") FROM "Payment" p WHERE p."filingId" = f."id"), 0)::int AS "receivedFen"
      FROM "Filing" f
      WHERE f."state" <> 'returned'
        AND f."id" IN (SELECT fc."filingId" FROM "FilingCharge" fc JOIN "Charge" c ON c."id" = fc."chargeId" WHERE c."state" = 'cancelled')
        AND NOT EXISTS (SELECT 1 FROM "FilingCharge" fc JOIN "Charge" c ON c."id" = fc."chargeId"
          WHERE fc."filingId" = f."id" AND c."state" <> 'cancelled')
      ORDER BY f."filedAt", f."id"`,
  );
  const open = found.filter(({ pending, receivedFen }) => pending || receivedFen > 0);
  return {
    ids: open.map(({ id }) => id),
    receivedFen: open.reduce((sum, { receivedFen }) => sum + receivedFen, 0),
    unconfirmedFen: open.reduce((sum, { pending, amountFen }) => sum + (pending ? amountFen : 0), 0),
  };
}

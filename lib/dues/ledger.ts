import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { Prisma } from '../generated/prisma/client';
import { type ChargeState, Level } from '../generated/prisma/enums';
import { paidFen } from './paid';

/**
 * What a set of charges comes to, in fen. Always: raised = received − refunded + waived + cancelled + open. `received` and
 * `refunded` are what was allocated to charges and taken off them again; what is over of a payment is `left`, and belongs
 * to no year.
 */
export type LedgerSums = {
  count: number;
  raisedFen: number;
  receivedFen: number;
  refundedFen: number;
  waivedFen: number;
  cancelledFen: number;
  openFen: number;
};

const number = z.coerce.number();
const sumsShape = {
  count: number,
  raisedFen: number,
  receivedFen: number,
  refundedFen: number,
  waivedFen: number,
  cancelledFen: number,
  openFen: number,
};
const yearRows = z.array(z.object({ year: z.number(), ...sumsShape }));
const levelRows = z.array(z.object({ level: z.enum(Level), ...sumsShape }));

// Refunds are few: they are added up apart, and not charge by charge.
const sums = Prisma.sql`
  count(*) AS "count",
  coalesce(sum(c."amountFen"), 0) AS "raisedFen",
  coalesce(sum(c."heldFen"), 0) + coalesce(sum(r."fen"), 0) AS "receivedFen",
  coalesce(sum(r."fen"), 0) AS "refundedFen",
  coalesce(sum(c."amountFen" - c."heldFen") FILTER (WHERE c."state" = 'waived'), 0) AS "waivedFen",
  coalesce(sum(c."amountFen" - c."heldFen") FILTER (WHERE c."state" = 'cancelled'), 0) AS "cancelledFen",
  coalesce(sum(c."amountFen" - c."heldFen") FILTER (WHERE c."state" = 'open'), 0) AS "openFen"`;
const source = Prisma.sql`
  FROM "Charge" c LEFT JOIN (
    SELECT "chargeId", -sum("amountFen") AS "fen" FROM "Allocation" WHERE "amountFen" < 0 GROUP BY "chargeId"
  ) r ON r."chargeId" = c."id"`;

/** 收支台账, a line a year, newest first; of one company, or of all. */
export async function ledgerByYear(actor: Actor, companyId?: string): Promise<(LedgerSums & { year: number })[]> {
  authorize(actor, 'charge.list', null);
  const of = companyId ? Prisma.sql`WHERE c."companyId" = ${companyId}::uuid` : Prisma.empty;
  return yearRows.parse(await db().$queryRaw`SELECT c."year", ${sums} ${source} ${of} GROUP BY c."year" ORDER BY c."year" DESC`);
}

/** One year, a line a level, the smallest dues first. */
export async function ledgerByLevel(actor: Actor, year: number): Promise<(LedgerSums & { level: Level })[]> {
  authorize(actor, 'charge.list', null);
  return levelRows.parse(
    await db().$queryRaw`SELECT c."level", ${sums} ${source} WHERE c."year" = ${year} GROUP BY c."level" ORDER BY min(c."amountFen")`,
  );
}

/** What payments have over, of one company or of all, in fen. */
export async function leftOver(actor: Actor, companyId?: string): Promise<number> {
  authorize(actor, 'charge.list', null);
  const { _sum } = await db().payment.aggregate({ where: { leftFen: { gt: 0 }, companyId }, _sum: { leftFen: true } });
  return _sum.leftFen ?? 0;
}

type Charged = { state: ChargeState; amountFen: number; allocations: { amountFen: number }[] };

/** The same of one charge, as the statement above adds up many. */
export function sumsOf({ state, amountFen, allocations }: Charged): LedgerSums {
  const restFen = (of: ChargeState) => (state === of ? amountFen - paidFen({ allocations }) : 0);
  return {
    ...{ count: 1, raisedFen: amountFen },
    receivedFen: paidFen({ allocations: allocations.filter((allocation) => allocation.amountFen > 0) }),
    refundedFen: -paidFen({ allocations: allocations.filter((allocation) => allocation.amountFen < 0) }),
    ...{ waivedFen: restFen('waived'), cancelledFen: restFen('cancelled'), openFen: restFen('open') },
  };
}

const nothing: LedgerSums = { count: 0, raisedFen: 0, receivedFen: 0, refundedFen: 0, waivedFen: 0, cancelledFen: 0, openFen: 0 };

/** The last line of a ledger. */
export function totalOf(rows: readonly LedgerSums[]): LedgerSums {
  return rows.reduce(
    (sum, row) => ({
      count: sum.count + row.count,
      raisedFen: sum.raisedFen + row.raisedFen,
      receivedFen: sum.receivedFen + row.receivedFen,
      refundedFen: sum.refundedFen + row.refundedFen,
      waivedFen: sum.waivedFen + row.waivedFen,
      cancelledFen: sum.cancelledFen + row.cancelledFen,
      openFen: sum.openFen + row.openFen,
    }),
    nothing,
  );
}

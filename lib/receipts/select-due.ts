import 'server-only';
import * as z from 'zod';
import { db, type Tx } from '../db';
import { Prisma } from '../generated/prisma/client';

const row = z.object({
  chargeIds: z.array(z.string()).min(1),
  years: z.array(z.number()),
  amountFen: z.number(),
  filingId: z.string().nullable(),
  companyId: z.string().nullable(),
  applicationId: z.string().nullable(),
  companyName: z.string(),
  companyUscc: z.string(),
  titleName: z.string(),
  titleUscc: z.string(),
  email: z.string(),
  person: z.string(),
  mobile: z.string(),
  payer: z.string(),
  startAt: z.date(),
  replacesId: z.string().nullable(),
  replacesNumber: z.string().nullable(),
});

export type DueReceipt = z.infer<typeof row> & {
  /** Its first charge: what stands for it in addresses. */
  id: string;
  /** What stands for it in the platform's workbooks. */
  reference: string;
};

/**
 * Receipts that are to be issued: what has been paid in full (or was paid when the rest was waived) and has no valid receipt,
 * one for each filing that says to whom; the longest waiting first. The clock starts with the filing (manual 一(七)), and
 * anew when a receipt was reversed. What was 换开 takes its title from the request. `chargeIds`: only of these charges.
 */
export async function selectDue(tx: Tx = db(), chargeIds?: readonly string[]): Promise<DueReceipt[]> {
  const found = z.array(row).parse(await tx.$queryRaw(dueSql(chargeIds)));
  return found.map((due) => ({ ...due, id: due.chargeIds[0] ?? '', reference: referenceOf(due.chargeIds[0] ?? '') }));
}

/** Short enough for a cell, and of no second charge: the random end of its id. */
export function referenceOf(chargeId: string): string {
  return chargeId.slice(-12).toUpperCase();
}

// From what says to whom a receipt is, not from the charges: most of those were paid in the old system and never come here.
const dueSql = (chargeIds?: readonly string[]) => Prisma.sql`
  WITH told AS (
    SELECT DISTINCT ON (t."chargeId") t.* FROM (
      SELECT fc."chargeId", fc."filingId", f."filedAt" FROM "Filing" f JOIN "FilingCharge" fc ON fc."filingId" = f."id"
      WHERE f."state" = 'confirmed' ${among('fc', chargeIds)}
      UNION ALL
      SELECT a."chargeId", p."filingId", f."filedAt" FROM "Filing" f JOIN "Payment" p ON p."filingId" = f."id" JOIN "Allocation" a ON a."paymentId" = p."id"
      WHERE f."state" = 'confirmed' AND a."amountFen" > 0 ${among('a', chargeIds)}) t
    ORDER BY t."chargeId", t."filedAt" DESC, t."filingId" DESC),
  gone AS (
    SELECT DISTINCT ON (rc."chargeId") rc."chargeId", r.* FROM "Receipt" r JOIN "ReceiptCharge" rc ON rc."receiptId" = r."id"
    WHERE r."state" = 'reversed' ${among('rc', chargeIds)}
    ORDER BY rc."chargeId", r."reversedAt" DESC),
  due AS (
    SELECT c."id", c."year", c."heldFen", coalesce(c."companyId", f."companyId") AS "companyId", c."applicationId",
      f."id" AS "filingId", f."filedAt", f."person", f."mobile", f."payer", gone."id" AS "goneId", gone."number" AS "goneNumber", gone."reversedAt",
      coalesce(asked."titleName", f."titleName", gone."titleName") AS "titleName",
      coalesce(asked."titleUscc", f."titleUscc", gone."titleUscc") AS "titleUscc",
      coalesce(asked."email", f."email", gone."email") AS "email"
    FROM (SELECT "chargeId" FROM told UNION SELECT "chargeId" FROM gone) candidate
    JOIN "Charge" c ON c."id" = candidate."chargeId"
    LEFT JOIN told ON told."chargeId" = c."id"
    LEFT JOIN "Filing" f ON f."id" = told."filingId"
    LEFT JOIN gone ON gone."chargeId" = c."id"
    LEFT JOIN LATERAL (
      SELECT q.* FROM "ReceiptRequest" q WHERE q."receiptId" = gone."id" AND q."kind" = 'reissue' AND q."state" = 'fulfilled'
      ORDER BY q."createdAt" DESC LIMIT 1) asked ON true
    WHERE c."heldFen" > 0 AND (c."state" = 'waived' OR (c."state" = 'open' AND c."heldFen" >= c."amountFen"))
      AND NOT EXISTS (SELECT 1 FROM "ReceiptCharge" rc JOIN "Receipt" r ON r."id" = rc."receiptId" WHERE rc."chargeId" = c."id" AND r."state" = 'issued')
      AND NOT EXISTS (SELECT 1 FROM "Allocation" a JOIN "Payment" p ON p."id" = a."paymentId" WHERE a."chargeId" = c."id" AND p."awaitsFiling")
  )
  SELECT array_agg(d."id"::text ORDER BY d."year", d."id") AS "chargeIds", array_agg(d."year" ORDER BY d."year", d."id") AS "years",
    sum(d."heldFen")::int AS "amountFen", d."filingId"::text, d."companyId"::text,
    CASE WHEN d."companyId" IS NULL THEN min(d."applicationId"::text) END AS "applicationId",
    coalesce(min(co."name"), d."titleName") AS "companyName", coalesce(min(co."uscc"), d."titleUscc") AS "companyUscc",
    d."titleName", d."titleUscc", d."email", coalesce(min(d."person"), '') AS "person", coalesce(min(d."mobile"), '') AS "mobile",
    coalesce(min(d."payer"), '') AS "payer", coalesce(max(d."reversedAt"), max(d."filedAt")) AS "startAt",
    d."goneId"::text AS "replacesId", min(d."goneNumber") AS "replacesNumber"
  FROM due d LEFT JOIN "Company" co ON co."id" = d."companyId"
  GROUP BY d."filingId", d."companyId", d."goneId", d."titleName", d."titleUscc", d."email"
  ORDER BY "startAt", "chargeIds"`;

const among = (table: 'fc' | 'a' | 'rc', chargeIds?: readonly string[]) =>
  chargeIds ? Prisma.sql`AND ${Prisma.raw(table)}."chargeId" = ANY(${[...chargeIds]}::uuid[])` : Prisma.empty;

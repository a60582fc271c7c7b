import 'server-only';
import * as z from 'zod';
import { levelLabels } from '../copy/dues';
import { db, type Tx } from '../db';
import { Level } from '../generated/prisma/enums';
import { type Findings, noSums, type Sums } from './findings';

/** A line of 核对: counts are members or receipts, sums are fen. `difference` is what nobody can explain yet. */
export type Line = {
  key: string;
  label: string;
  isMoney: boolean;
  present: number;
  coming: number;
  refused: number;
  typed: number | null;
  difference: number;
};

/**
 * The old system's totals against what the system will hold: what it holds already, what comes in now, and what goes back
 * to be mended and comes in later.
 */
export async function reconcile({ coming, refused }: Findings, typed: Sums | null, tx: Tx = db()): Promise<Line[]> {
  const present = await systemSums(tx);
  const all = [present, coming, refused, typed ?? noSums()];
  const years = [...new Set(all.flatMap(({ dues, receipts }) => [...Object.keys(dues), ...Object.keys(receipts)]))].toSorted();
  const line = (key: string, label: string, isMoney: boolean, read: (sums: Sums) => number | undefined): Line => {
    const [here, now, later] = [read(present) ?? 0, read(coming) ?? 0, read(refused) ?? 0];
    const told = typed ? (read(typed) ?? null) : null;
    return { key, label, isMoney, present: here, coming: now, refused: later, typed: told, difference: (told ?? 0) - here - now - later };
  };
  return [
    ...Object.values(Level).map((level) => line(`levels.${level}`, `${levelLabels[level]}（家）`, false, ({ levels }) => levels[level])),
    ...years.map((year) => line(`dues.${year}`, `${year} 年实交会费（元）`, true, ({ dues }) => dues[year])),
    ...years.map((year) => line(`receipts.${year}`, `${year} 年票据（张）`, false, ({ receipts }) => receipts[year])),
  ];
}

const counted = z.array(z.object({ key: z.string(), value: z.coerce.number() }));

// A payment of an import belongs to one charge with all it is; of others, what was allocated counts.
async function systemSums(tx: Tx): Promise<Sums> {
  const levels = await tx.$queryRaw`
    SELECT l."level"::text AS key, count(*) AS value FROM "Member" m JOIN "MemberLevel" l ON l."memberId" = m."id" AND l."to" IS NULL
    WHERE m."state" IN ('active', 'suspended') GROUP BY 1`;
  const dues = await tx.$queryRaw`
    SELECT c."year"::text AS key, sum(CASE WHEN p."source" = 'import' THEN p."amountFen" ELSE a."amountFen" END) AS value
    FROM "Allocation" a JOIN "Charge" c ON c."id" = a."chargeId" JOIN "Payment" p ON p."id" = a."paymentId" WHERE c."companyId" IS NOT NULL GROUP BY 1`;
  const receipts = await tx.$queryRaw`
    SELECT c."year"::text AS key, count(DISTINCT r."id") AS value FROM "Receipt" r JOIN "ReceiptCharge" rc ON rc."receiptId" = r."id"
    JOIN "Charge" c ON c."id" = rc."chargeId" WHERE r."state" = 'issued' GROUP BY 1`;
  const record = (rows: unknown) => Object.fromEntries(counted.parse(rows).map(({ key, value }) => [key, value]));
  return { levels: record(levels), dues: record(dues), receipts: record(receipts) };
}

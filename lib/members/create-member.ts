import 'server-only';
import * as z from 'zod';
import { type Day, toColumn, yearOf } from '../days';
import type { Tx } from '../db';
import type { Level } from '../generated/prisma/enums';

type NewMember = { companyId: string; joinedOn: Day; level: Level; reason: string };

/** A member with the next number of its year: four digits of the year, four of the sequence. */
export async function createMember(tx: Tx, { companyId, joinedOn, level, reason }: NewMember): Promise<{ id: string; number: string }> {
  const from = toColumn(joinedOn);
  return tx.member.create({
    data: { companyId, number: await nextNumber(tx, yearOf(joinedOn)), joinedOn: from, levels: { create: { level, from, reason } } },
    select: { id: true, number: true },
  });
}

async function nextNumber(tx: Tx, year: number): Promise<string> {
  await lockNumbers(tx, year);
  return numberOf(year, (await lastSequence(tx, year)) + 1);
}

/** One at a time, until the transaction ends: numbers are in order and none is given twice. */
export async function lockNumbers(tx: Tx, year: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`memberNumber:${year}`}, 0))`;
}

const lastRow = z.tuple([z.object({ last: z.string().nullable() })]);

/**
 * The highest sequence of a year among numbers of our own form, also those that were corrected since; those of the old
 * system may look otherwise.
 */
export async function lastSequence(tx: Tx, year: number): Promise<number> {
  const [{ last }] = lastRow.parse(
    await tx.$queryRaw`SELECT max("number") AS last FROM (
      SELECT "number" FROM "Member" WHERE "number" LIKE ${`${year}%`}
      UNION ALL SELECT unnest("formerNumbers") FROM "Member" WHERE "formerNumbers" <> '{}') given
    WHERE "number" ~ ${`^${year}[0-9]{4}$`}`,
  );
  return last ? Number(last.slice(4)) : 0;
}

/** Four digits of the year, four of the sequence. */
export function numberOf(year: number, sequence: number): string {
  return `${year}${String(sequence).padStart(4, '0')}`;
}

import 'server-only';
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
  // One at a time, until the transaction ends: numbers are in order and none is given twice.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`memberNumber:${year}`}, 0))`;
  const last = await tx.member.findFirst({
    where: { number: { startsWith: String(year) } },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  const sequence = last ? Number(last.number.slice(4)) + 1 : 1;
  return `${year}${String(sequence).padStart(4, '0')}`;
}

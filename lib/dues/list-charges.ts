import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { untilChanged } from '../cached';
import { today } from '../clock';
import { searchForList } from '../companies/search';
import { toColumn } from '../days';
import { db } from '../db';
import type { Level, Prisma } from '../generated/prisma/client';
import { type Proposed, proposedOf } from './proposed';
import { proposalEvents } from './states';
import { chargeFacts, type DuesRow, viewDuesRow } from './views';

export const CHARGES_PAGE = 20;

/** What finance looks for among the charges; each is a question to the columns that the database keeps. */
export const chargeFilters = ['all', 'unpaid', 'overdue', 'short', 'unfiled', 'paid', 'proposed', 'waived', 'toRefund', 'over'] as const;
export type ChargeFilter = { status: (typeof chargeFilters)[number]; year: number | null; search: string };

export type ListedCharge = DuesRow & { companyId: string | null; name: string; level: Level; leftFen: number; proposal: Proposed | null };
export type ChargeSums = { count: number; raisedFen: number; paidFen: number; openFen: number };

/** A page of charges with what they come to, all pages together. */
export async function listCharges(
  actor: Actor,
  { page, ...filter }: ChargeFilter & { page: number },
): Promise<{ rows: ListedCharge[]; sums: ChargeSums }> {
  authorize(actor, 'charge.list', null);
  const where = await whereOf(filter);
  const [rows, sums] = await Promise.all([
    db().charge.findMany({
      where,
      include: {
        ...chargeFacts,
        company: { select: { name: true, payments: { where: { leftFen: { gt: 0 } }, select: { leftFen: true } } } },
        application: { select: { currentSnapshot: { select: { companyName: true } } } },
        events: { where: { event: { in: Object.values(proposalEvents) } }, orderBy: { createdAt: 'asc' } },
      },
      orderBy: [{ year: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * CHARGES_PAGE,
      take: CHARGES_PAGE,
    }),
    findSums(filter, where),
  ]);
  return {
    rows: rows.map(({ company, application, companyId, level, ...charge }) => ({
      ...viewDuesRow(charge),
      ...{ companyId, level, proposal: proposedOf(charge) },
      name: company?.name ?? application?.currentSnapshot?.companyName ?? '',
      leftFen: company?.payments.reduce((sum, { leftFen }) => sum + leftFen, 0) ?? 0,
    })),
    sums,
  };
}

const sums = untilChanged<ChargeSums>();

// Adding up a million charges takes longer than showing twenty. With a search there are few.
async function findSums({ status, year, search }: ChargeFilter, where: Prisma.ChargeWhereInput): Promise<ChargeSums> {
  if (search) return addUp(where);
  const [row] = z
    .tuple([z.object({ changes: z.string() })])
    .parse(await db().$queryRaw`SELECT last_value::text AS changes FROM charge_changes`);
  return sums(row.changes, `${status} ${year}`, () => addUp(where));
}

async function addUp(where: Prisma.ChargeWhereInput): Promise<ChargeSums> {
  const [all, open] = await Promise.all([
    db().charge.aggregate({ where, _count: true, _sum: { amountFen: true, heldFen: true } }),
    db().charge.aggregate({ where: { AND: [where, { state: 'open' }] }, _sum: { amountFen: true, heldFen: true } }),
  ]);
  return {
    count: all._count,
    raisedFen: all._sum.amountFen ?? 0,
    paidFen: all._sum.heldFen ?? 0,
    openFen: (open._sum.amountFen ?? 0) - (open._sum.heldFen ?? 0),
  };
}

/** How many decisions wait for a second person. */
export async function countProposed(actor: Actor): Promise<number> {
  authorize(actor, 'charge.list', null);
  return db().charge.count({ where: { proposed: { not: null } } });
}

/** The years from the first to the last that has charges, newest first. */
export async function listChargeYears(actor: Actor): Promise<number[]> {
  authorize(actor, 'charge.list', null);
  // Prisma's own aggregate reads every row for this.
  const [{ first, last }] = z
    .tuple([z.object({ first: z.number().nullable(), last: z.number().nullable() })])
    .parse(await db().$queryRaw`SELECT min("year") AS "first", max("year") AS "last" FROM "Charge"`);
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, ago) => last - ago);
}

/** The same question for whatever else is made of exactly what a list shows. */
export async function whereOf({ status, year, search }: ChargeFilter): Promise<Prisma.ChargeWhereInput> {
  const company = await searchForList(search);
  return { AND: [year ? { year } : {}, search ? { company } : {}, await statusWhere(status)] };
}

async function statusWhere(status: ChargeFilter['status']): Promise<Prisma.ChargeWhereInput> {
  const { amountFen } = db().charge.fields;
  const unpaid = { state: 'open', heldFen: { lt: amountFen } } as const;
  const unfiled = { allocations: { some: { payment: { awaitsFiling: true } } } };
  switch (status) {
    case 'all':
      return {};
    case 'unpaid':
      return unpaid;
    case 'overdue':
      return { ...unpaid, dueOn: { lt: toColumn(await today()) } };
    case 'short':
      return { state: 'open', heldFen: { lt: amountFen, gt: 0 } };
    case 'unfiled':
      return unfiled;
    case 'paid':
      return { state: 'open', heldFen: { gte: amountFen }, NOT: unfiled };
    case 'proposed':
      return { proposed: { not: null } };
    case 'waived':
      return { state: 'waived' };
    case 'toRefund':
      return { state: 'cancelled', OR: [{ heldFen: { gt: 0 } }, { filings: { some: { filing: { state: 'pending' } } } }] };
    case 'over':
      return { company: { payments: { some: { leftFen: { gt: 0 } } } } };
  }
}

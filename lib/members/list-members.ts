import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { cached } from '../cached';
import { today } from '../clock';
import { toColumn } from '../days';
import { db } from '../db';
import type { Prisma } from '../generated/prisma/client';
import { isUnfiltered, type MemberFilter } from './list-filter';
import { type MemberRow, readMemberRows } from './member-rows';
import { memberSearch } from './search';

export const MEMBERS_PAGE = 20;
/** Counting goes no further: who has more wants to narrow it down, or to export. */
export const MOST_COUNTED = 1000;

export const BY_NAME = [{ namePinyin: 'asc' }, { id: 'asc' }] as const;

/** A page of a list. `total` is exact, or `atLeast` true and it is more than that. */
export type MemberPage = { rows: MemberRow[]; total: number; atLeast: boolean; hasNext: boolean };

const everybody = cached(5, () => db().member.count({ where: { mergedIntoId: null } }));

/** One page of the members that the filter describes. Costs the same however many there are, save far back in a list. */
export async function listMembers(actor: Actor, filter: MemberFilter): Promise<MemberPage> {
  authorize(actor, 'member.list', null);
  const where = await whereOf(filter);
  const [ids, counted] = await Promise.all([
    findCompanyIds(where, filter.sort, { skip: (filter.page - 1) * MEMBERS_PAGE, take: MEMBERS_PAGE + 1 }),
    isUnfiltered(filter) ? everybody.get() : countUpTo(where),
  ]);
  const atLeast = !isUnfiltered(filter) && counted > MOST_COUNTED;
  return {
    rows: await readMemberRows(ids.slice(0, MEMBERS_PAGE)),
    // What was counted a moment ago is never less than what is shown.
    total: atLeast ? MOST_COUNTED : Math.max(counted, ids.length && (filter.page - 1) * MEMBERS_PAGE + ids.length),
    atLeast,
    hasNext: ids.length > MEMBERS_PAGE,
  };
}

/** The companies of all members that the filter describes, in its order. The caller has authorized. */
export async function findAllCompanyIds(filter: MemberFilter): Promise<string[]> {
  return findCompanyIds(await whereOf(filter), filter.sort, {});
}

type Where = { company: Prisma.CompanyWhereInput; member: Prisma.MemberWhereInput };

async function whereOf(filter: MemberFilter): Promise<Where> {
  const { state, level, province, industry, incomplete, dues, joinedFrom, joinedTo } = filter;
  return {
    company: {
      ...(province && { provinceCode: province }),
      ...(industry && { industry }),
      ...(dues && { charges: { some: await owedOf(dues) } }),
      AND: filter.search ? [await memberSearch(filter.search)] : [],
    },
    member: {
      mergedIntoId: null,
      ...(state && { state }),
      ...(incomplete && { incomplete: incomplete === 'any' ? { isEmpty: false } : { has: incomplete } }),
      ...(level && { levels: { some: { level, to: null } } }),
      ...((joinedFrom || joinedTo) && {
        joinedOn: { ...(joinedFrom && { gte: toColumn(joinedFrom) }), ...(joinedTo && { lte: toColumn(joinedTo) }) },
      }),
    },
  };
}

// As standingOf: only a year's own dues are ever late.
async function owedOf(dues: 'overdue' | 'open'): Promise<Prisma.ChargeWhereInput> {
  const owed: Prisma.ChargeWhereInput = { state: 'open', heldFen: { lt: db().charge.fields.amountFen } };
  return dues === 'open' ? owed : { ...owed, kind: 'standard', dueOn: { lt: toColumn(await today()) } };
}

// Asked of the table whose index has the order, so that a page is a walk along it.
async function findCompanyIds({ company, member }: Where, sort: MemberFilter['sort'], part: { skip?: number; take?: number }) {
  if (sort === 'name') {
    const rows = await db().company.findMany({ where: { ...company, member }, select: { id: true }, orderBy: [...BY_NAME], ...part });
    return rows.map(({ id }) => id);
  }
  const orderBy: Prisma.MemberOrderByWithRelationInput[] = sort === 'number' ? [{ number: 'asc' }] : [{ joinedOn: 'desc' }, { id: 'desc' }];
  const rows = await db().member.findMany({ where: { ...member, company }, select: { companyId: true }, orderBy, ...part });
  return rows.map(({ companyId }) => companyId);
}

// In the order of the index: what is common is counted along it and soon enough, instead of being sorted first.
function countUpTo({ company, member }: Where): Promise<number> {
  return db().company.count({ where: { ...company, member }, orderBy: [...BY_NAME], take: MOST_COUNTED + 1 });
}

/** How many members still lack something of what the import asked for. */
export async function countIncomplete(actor: Actor): Promise<number> {
  authorize(actor, 'member.list', null);
  return db().member.count({ where: { mergedIntoId: null, incomplete: { isEmpty: false } } });
}

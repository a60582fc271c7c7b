import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import { companySearch } from '../companies/search';
import { type Day, toColumn } from '../days';
import { db, type Tx } from '../db';
import { isUntouched } from '../dues/cancel-charges';
import type { Prisma } from '../generated/prisma/client';
import type { Level, MemberState } from '../generated/prisma/enums';

/** The charter's 第十二条: two years without dues count as leaving. */
export const LAPSED_YEARS = 2;
export const LAPSED_PAGE = 50;

export type LapsedMember = {
  memberId: string;
  number: string;
  name: string;
  level: Level | null;
  state: MemberState;
  /** The years that are late and of which nothing was paid or filed. */
  years: number[];
  openFen: number;
  /** What can be cancelled along with the membership: owed, and nothing of it has moved. */
  untouched: { count: number; fen: number };
  liaison: { name: string; mobile: string } | null;
  reminders: { count: number; lastAt: Date | null };
};

/**
 * 自动退会 as a proposal: members that have let two years or more go by without paying or filing anything, the longest
 * first. Nothing ends by itself; who is on it is decided by a person.
 */
export async function listLapsed(actor: Actor, { search = '' }: { search?: string } = {}): Promise<LapsedMember[]> {
  authorize(actor, 'member.list', null);
  const day = await today();
  const ids = await findLapsed(db(), day);
  const members = await db().member.findMany({
    where: { companyId: { in: ids }, company: companySearch(search) },
    include: lapsedFacts,
    orderBy: { company: { namePinyin: 'asc' } },
  });
  return members
    .map((member) => viewLapsed(member, day))
    .toSorted((one, other) => other.years.length - one.years.length || (one.years[0] ?? 0) - (other.years[0] ?? 0));
}

/** How many there are. */
export async function countLapsed(actor: Actor): Promise<number> {
  authorize(actor, 'member.list', null);
  return (await findLapsed(db(), await today())).length;
}

/** The companies of the list, or of these the ones that are on it. */
export async function findLapsed(tx: Tx, day: Day, companyId?: string): Promise<string[]> {
  const groups = await tx.charge.groupBy({
    by: ['companyId'],
    where: { ...lateWhere(day), ...(companyId ? { companyId } : { companyId: { not: null } }) },
    _count: true,
    having: { companyId: { _count: { gte: LAPSED_YEARS } } },
  });
  return groups.flatMap((group) => group.companyId ?? []);
}

// A year has one standard charge of a company, so that counting charges counts years; one that is cancelled is not open.
const lateWhere = (day: Day): Prisma.ChargeWhereInput => ({
  ...{ state: 'open', kind: 'standard', heldFen: 0, dueOn: { lt: toColumn(day) } },
  filings: { none: { filing: { state: 'pending' } } },
  company: { member: { state: { in: ['active', 'suspended'] }, mergedIntoId: null } },
});

const lapsedFacts = {
  levels: { where: { to: null } },
  company: {
    include: {
      charges: {
        where: { state: 'open' },
        include: { allocations: true, filings: { include: { filing: true } } },
        orderBy: { year: 'asc' },
      },
      liaisons: { where: { order: 'first', to: null } },
      reminders: { where: { void: false }, orderBy: { createdAt: 'desc' }, select: { createdAt: true } },
    },
  },
} as const satisfies Prisma.MemberInclude;

function viewLapsed(
  { id, number, state, levels, company }: Prisma.MemberGetPayload<{ include: typeof lapsedFacts }>,
  day: Day,
): LapsedMember {
  const late = company.charges.filter(
    ({ kind, heldFen, dueOn, filings }) =>
      kind === 'standard' && heldFen === 0 && dueOn < toColumn(day) && !filings.some(({ filing }) => filing.state === 'pending'),
  );
  const untouched = company.charges.filter(isUntouched);
  const [liaison] = company.liaisons;
  return {
    ...{ memberId: id, number, state, name: company.name, level: levels[0]?.level ?? null },
    years: late.map(({ year }) => year),
    openFen: company.charges.reduce((sum, { amountFen, heldFen }) => sum + amountFen - heldFen, 0),
    untouched: { count: untouched.length, fen: untouched.reduce((sum, { amountFen }) => sum + amountFen, 0) },
    liaison: liaison ? { name: liaison.name, mobile: liaison.mobile } : null,
    reminders: { count: company.reminders.length, lastAt: company.reminders[0]?.createdAt ?? null },
  };
}

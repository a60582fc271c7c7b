import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import { OPEN_REQUEST } from '../companies/states';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import { isUnpaid } from '../dues/paid';
import { type DuesRow, viewDuesRow } from '../dues/views';
import { DomainError } from '../errors';
import type { ChangeState, Level, LiaisonOrder, MemberState } from '../generated/prisma/enums';

export type MemberHome = {
  companyId: string;
  name: string;
  number: string;
  joinedOn: Day;
  state: MemberState;
  level: Level;
  /** The actor's own part in this company. */
  order: LiaisonOrder | null;
  dues: DuesRow[];
  /** A change of name that is not decided yet: 变更审核中, or returned. */
  rename: 'pending' | 'returned' | null;
  /** 会费情况, derived: what of the dues is open today. */
  standing: { status: 'settled' | 'pending' | 'unpaid' | 'overdue'; year: number | null };
};

/** A member's company as its liaison sees it on the first page. @throws DomainError `notFound` */
export async function getMemberHome(actor: AccountActor, companyId: string): Promise<MemberHome> {
  authorize(actor, 'certificate.view', { companyId });
  const found = await db().company.findUnique({
    where: { id: companyId },
    include: {
      member: { include: { levels: { where: { to: null } } } },
      liaisons: { where: { to: null, accountId: actor.id } },
      changes: { where: { kind: 'request', state: { in: [...OPEN_REQUEST] } }, select: { state: true } },
      charges: { include: { allocations: true, filings: { include: { filing: true } }, receipts: true }, orderBy: { year: 'desc' } },
    },
  });
  if (!found?.member) throw new DomainError('notFound');
  const day = await today();
  const { member } = found;
  return {
    companyId,
    name: found.name,
    number: member.number,
    joinedOn: dayOf(member.joinedOn),
    state: member.state,
    level: member.levels[0]?.level ?? 'ordinaryMember',
    order: found.liaisons[0]?.order ?? null,
    rename: renameOf(found.changes[0]?.state),
    dues: found.charges.map(viewDuesRow),
    standing: standingOf(found.charges, day),
  };
}

function renameOf(state?: ChangeState): MemberHome['rename'] {
  return state === 'pending' || state === 'returned' ? state : null;
}

type ChargeRow = Parameters<typeof viewDuesRow>[0];

// The oldest open year decides: its filing is pending, or it is late, or there is time yet.
function standingOf(charges: readonly ChargeRow[], day: Day): MemberHome['standing'] {
  const open = charges.filter(isUnpaid).toSorted((one, other) => one.year - other.year);
  const [oldest] = open;
  if (!oldest) return { status: 'settled', year: null };
  if (open.every(({ filings }) => filings.some(({ filing }) => filing.state === 'pending')))
    return { status: 'pending', year: oldest.year };
  return { status: dayOf(oldest.dueOn) < day ? 'overdue' : 'unpaid', year: oldest.year };
}

/** The companies whose liaison the actor is, in the order they came. */
export async function listOwnCompanies(actor: AccountActor): Promise<{ id: string; name: string }[]> {
  if (actor.companyIds.length < 2) return [];
  return db().company.findMany({
    where: { id: { in: [...actor.companyIds] } },
    select: { id: true, name: true },
    orderBy: { createdAt: 'asc' },
  });
}

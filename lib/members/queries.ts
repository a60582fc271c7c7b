import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import { OPEN_REQUEST } from '../companies/states';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import { chargeFacts, type DuesRow, viewDuesRow } from '../dues/views';
import { DomainError } from '../errors';
import type { ChangeState, Level, LiaisonOrder, MemberState } from '../generated/prisma/enums';
import { loadCalendar } from '../working-days';
import { type HomeTask, homeTasks } from './home-tasks';
import { type Standing, standingOf } from './standing';

export type MemberHome = {
  companyId: string;
  name: string;
  number: string;
  joinedOn: Day;
  state: MemberState;
  level: Level;
  /** The actor's own part in this company. */
  order: LiaisonOrder | null;
  /** The actor has not said yet whether the company's data is right: 请确认单位信息. */
  unconfirmed: boolean;
  dues: DuesRow[];
  /** What to do and what has happened, the most urgent first. */
  tasks: HomeTask[];
  /** A change of name that is not decided yet: 变更审核中, or returned. */
  rename: 'pending' | 'returned' | null;
  standing: Standing;
};

/** A member's company as its liaison sees it on the first page. @throws DomainError `notFound` */
export async function getMemberHome(actor: AccountActor, companyId: string): Promise<MemberHome> {
  authorize(actor, 'certificate.view', { companyId });
  const found = await db().company.findUnique({
    where: { id: companyId },
    include: {
      member: { include: { levels: { where: { to: null } } } },
      liaisons: { where: { accountId: actor.id } },
      changes: { where: { kind: { in: ['request', 'exit'] }, state: { in: [...OPEN_REQUEST] } }, select: { kind: true, state: true } },
      charges: {
        include: { ...chargeFacts, filings: { include: { filing: true } }, receipts: { include: { receipt: true } } },
        orderBy: [{ year: 'desc' }, { kind: 'asc' }],
      },
    },
  });
  if (!found?.member) throw new DomainError('notFound');
  const [day, calendar] = await Promise.all([today(), loadCalendar()]);
  const { member } = found;
  const rename = renameOf(found.changes.find(({ kind }) => kind === 'request')?.state);
  const exit = found.changes.some(({ kind }) => kind === 'exit');
  return {
    companyId,
    name: found.name,
    number: member.number,
    joinedOn: dayOf(member.joinedOn),
    state: member.state,
    level: member.levels[0]?.level ?? 'ordinaryMember',
    order: found.liaisons.find(({ to }) => to === null)?.order ?? null,
    unconfirmed: found.liaisons.some(({ to }) => to === null) && found.liaisons.every(({ confirmedAt }) => confirmedAt === null),
    rename,
    tasks: homeTasks({ state: member.state, charges: found.charges, rename, exit, incomplete: member.incomplete, day, calendar }),
    dues: found.charges.map(viewDuesRow),
    standing: standingOf(found.charges, day),
  };
}

function renameOf(state?: ChangeState): MemberHome['rename'] {
  return state === 'pending' || state === 'returned' ? state : null;
}

/** The companies whose liaison the actor is, in the order they came. */
export async function listOwnCompanies(actor: AccountActor): Promise<{ id: string; name: string; order: LiaisonOrder | null }[]> {
  const rows = await db().company.findMany({
    where: { id: { in: [...actor.companyIds] } },
    select: { id: true, name: true, liaisons: { where: { to: null, accountId: actor.id }, select: { order: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ id, name, liaisons }) => ({ id, name, order: liaisons[0]?.order ?? null }));
}

import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { today } from '../clock';
import { dayOf, toColumn, yearOf } from '../days';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { Level } from '../generated/prisma/enums';
import { getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';
import { dueDateOf } from './due-date';
import { listStandards } from './standard';

/** Why a member gets no charge of a year. */
export type LeftOut = 'raised' | 'notActive' | 'joinedLater' | 'noStandard';

export type RaisePlan = {
  year: number;
  due: { companyId: string; name: string; level: Level; amountFen: number }[];
  leftOut: { companyId: string; name: string; why: LeftOut }[];
};

/** What raising a year would do, before it is done. @throws DomainError `forbidden` */
export async function previewDues(actor: Actor, year: number): Promise<RaisePlan> {
  authorize(actor, 'charge.list', null);
  return planDues(db(), year);
}

/**
 * Raises the dues of a year for every active member, from the level and the standard of that year: on 1 January by a job,
 * or by hand, also for a year that has passed. What is raised stays as it is, so that doing it twice adds nothing; the
 * unique index keeps that even of two at once. Answers how many rows there are more.
 * @throws DomainError `duesStandardMissing` when no level has a standard in that year, `invalid` for a year after the next
 */
export async function raiseDues(actor: Actor, year: number): Promise<{ raised: number; amountFen: number }> {
  authorize(actor, 'charge.raise', null);
  return transaction(async (tx) => {
    const day = await today(tx);
    if (year > yearOf(day) + 1) throw new DomainError('invalid', { fieldErrors: { year: '最多提前一年产生会费' } });
    const { due } = await planDues(tx, year);
    if (!due.length && !(await listStandards(year, tx)).length) throw new DomainError('duesStandardMissing');
    const dueOn = toColumn(dueDateOf(year, day, await getSetting('dues')));
    const rows = await tx.charge.createManyAndReturn({
      data: due.map(({ companyId, level, amountFen }) => ({ companyId, year, level, amountFen, dueOn })),
      skipDuplicates: true,
      select: { amountFen: true },
    });
    const amountFen = rows.reduce((sum, row) => sum + row.amountFen, 0);
    await recordAudit(tx, actor, {
      action: 'charge.raise',
      record: 'duesYear',
      recordId: String(year),
      data: { raised: rows.length, amountFen },
    });
    return { raised: rows.length, amountFen };
  });
}

async function planDues(tx: Tx, year: number): Promise<RaisePlan> {
  const [standards, members] = await Promise.all([
    listStandards(year, tx),
    tx.member.findMany({
      select: {
        ...{ companyId: true, state: true, joinedOn: true },
        levels: { orderBy: [{ from: 'asc' }, { createdAt: 'asc' }] },
        company: { select: { name: true, charges: { where: { year, kind: 'standard' }, select: { id: true } } } },
      },
      orderBy: { number: 'asc' },
    }),
  ]);
  const plan: RaisePlan = { year, due: [], leftOut: [] };
  for (const { companyId, state, joinedOn, levels, company } of members) {
    const level = levelOfYear(levels, year);
    const standard = standards.find((each) => each.level === level);
    const why = leftOut({ raised: company.charges.length > 0, active: state === 'active', joinedIn: yearOf(dayOf(joinedOn)), year });
    if (why || !level || !standard) plan.leftOut.push({ companyId, name: company.name, why: why ?? 'noStandard' });
    else plan.due.push({ companyId, name: company.name, level, amountFen: standard.amountFen });
  }
  return plan;
}

function leftOut({ raised, active, joinedIn, year }: { raised: boolean; active: boolean; joinedIn: number; year: number }): LeftOut | null {
  if (raised) return 'raised';
  if (!active) return 'notActive';
  return joinedIn > year ? 'joinedLater' : null;
}

type LevelRow = { level: Level; from: Date; to: Date | null };

/** The level that a year's dues come from: the one on its first day, else the first that began in it. Oldest first. */
function levelOfYear(levels: readonly LevelRow[], year: number): Level | null {
  const first = `${year}-01-01`;
  const onFirst = levels.findLast(({ from, to }) => dayOf(from) <= first && (!to || dayOf(to) > first));
  const began = levels.find(({ from }) => yearOf(dayOf(from)) === year);
  return (onFirst ?? began)?.level ?? null;
}

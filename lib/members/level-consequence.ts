import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import { type Day, dayOf, formatDay, yearOf } from '../days';
import { db, type Tx } from '../db';
import { isUnpaid } from '../dues/paid';
import { getStandard } from '../dues/standard';
import { DomainError } from '../errors';
import type { Level } from '../generated/prisma/enums';
import { type LoadedMember, loadMember } from './load-member';

/** What a level change means for the dues of one year. */
export type LevelConsequence = {
  year: number;
  /** What was raised for the year, top-ups included; null while nothing was. It stays as it is, paid or not. */
  chargedFen: number | null;
  paid: boolean;
  standardFen: number;
  /** Proposed as a separate top-up; 0 where nothing is: a lower level, a waived year, a year not raised yet. */
  topUpFen: number;
};

/**
 * The dues consequence of a level from a day on, year by year, to be shown before anything is done (product 6): what was
 * raised stays, a higher standard's difference is proposed as a top-up, what is not raised yet will follow the new level.
 * @throws DomainError `notFound`, `duesStandardMissing`, `invalid` at the field for a level or day that cannot be
 */
export async function previewLevelChange(
  actor: AccountActor,
  { memberId, level, from }: { memberId: string; level: Level; from: Day },
): Promise<LevelConsequence[]> {
  authorize(actor, 'member.changeLevel', null);
  const member = await loadMember(db(), memberId);
  await requireOtherLevel(db(), member, { level, from });
  return levelConsequences(db(), member, { level, from });
}

/** The same inside a command, from the same facts. */
export async function levelConsequences(
  tx: Tx,
  { company: { charges } }: LoadedMember,
  { level, from }: { level: Level; from: Day },
): Promise<LevelConsequence[]> {
  const live = charges.filter(({ year, state }) => year >= yearOf(from) && state !== 'cancelled');
  const years = [...new Set([...live.map(({ year }) => year), yearOf(await today(tx))])].toSorted();
  const rows: LevelConsequence[] = [];
  for (const year of years) {
    const { amountFen: standardFen } = await getStandard(level, year, tx);
    const own = live.filter((charge) => charge.year === year);
    const raised = own.some(({ kind }) => kind === 'standard');
    const waived = own.some(({ kind, state }) => kind === 'standard' && state === 'waived');
    const chargedFen = own.reduce((sum, { amountFen }) => sum + amountFen, 0);
    rows.push({
      year,
      standardFen,
      chargedFen: raised ? chargedFen : null,
      paid: raised && !own.some(isUnpaid),
      topUpFen: raised && !waived ? Math.max(0, standardFen - chargedFen) : 0,
    });
  }
  return rows;
}

/** Another level, not from a day to come nor before the present one began. @throws DomainError `invalid` at the field */
export async function requireOtherLevel(
  tx: Tx,
  { levels: [before] }: LoadedMember,
  { level, from }: { level: Level; from: Day },
): Promise<void> {
  if (!before) return;
  const day = await today(tx);
  const since = dayOf(before.from);
  if (before.level === level) throw new DomainError('invalid', { fieldErrors: { level: '现在就是这个级别，请选择另一个' } });
  if (from > day) throw new DomainError('invalid', { fieldErrors: { from: `生效日期不能晚于今天（${formatDay(day)}）` } });
  if (from < since)
    throw new DomainError('invalid', { fieldErrors: { from: `生效日期不能早于现在级别的起始日期（${formatDay(since)}）` } });
}

import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { untilChanged } from '../cached';
import { adjusted } from '../clock';
import { nameBigrams } from '../companies/name-index';
import { type Day, dayInShanghai } from '../days';
import { db } from '../db';
import { getLabels } from '../dictionaries/queries';
import { type ReceiptDeadline, receiptDeadline } from '../dues/receipt-deadline';
import { normaliseMobile } from '../fields';
import { findFew } from '../find-few';
import type { FilingState, Prisma } from '../generated/prisma/client';
import { ApplicationState } from '../generated/prisma/enums';
import { hasUsccCheck, normaliseUscc } from '../uscc';
import { countWorkingDays, loadCalendar, workingDaysBefore } from '../working-days';
import { DECIDABLE } from './states';

export const QUEUE_PAGE = 20;

export type QueueFilter = { state: ApplicationState | 'all'; search: string; waitedDays: number; page: number };

export type QueueRow = {
  id: string;
  companyName: string;
  uscc: string;
  usccDoubtful: boolean;
  province: string;
  state: ApplicationState;
  round: number;
  submittedAt: Date;
  waitedDays: number;
  filing: FilingState | null;
  /** Until when the receipt of filed dues is to be issued, while the company is no member yet. */
  receipt: ReceiptDeadline | null;
};

export type Queue = {
  rows: QueueRow[];
  /** How many match the filter. */
  total: number;
  /** How many stand in each state. */
  counts: Partial<Record<ApplicationState, number>>;
  today: Day;
};

/** Applications that were submitted, the longest waiting first. At most three statements, and one more after a change. */
export async function listQueue(actor: Actor, filter: QueueFilter): Promise<Queue> {
  authorize(actor, 'application.list', null);
  const [{ counts, day }, calendar, labels] = await Promise.all([countStates(), loadCalendar(), getLabels()]);
  const where: Prisma.ApplicationWhereInput = {
    currentSnapshotId: { not: null },
    ...(filter.state !== 'all' && { state: filter.state }),
    ...(filter.waitedDays > 0 && {
      submittedAt: { lt: new Date(`${workingDaysBefore(calendar, day, filter.waitedDays)}T23:59:59+08:00`) },
    }),
    ...(filter.search && { currentSnapshot: searchFor(filter.search) }),
  };
  const skip = (filter.page - 1) * QUEUE_PAGE;
  const oldestFirst = DECIDABLE.some((state) => state === filter.state);
  const few = filter.search ? await findFew((take) => findHits(where, take)) : null;
  const page = few?.toSorted(byDay(oldestFirst)).slice(skip, skip + QUEUE_PAGE);
  const [found, total] = await Promise.all([
    db().application.findMany({
      where: page ? { id: { in: page.map(({ id }) => id) } } : where,
      select: {
        id: true,
        state: true,
        submittedAt: true,
        currentSnapshot: { select: { round: true, companyName: true, uscc: true, provinceCode: true } },
        filings: { select: { state: true, filedAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
      },
      orderBy: [{ submittedAt: oldestFirst ? 'asc' : 'desc' }, { id: 'asc' }],
      ...(!page && { skip, take: QUEUE_PAGE }),
    }),
    few ? few.length : filter.search || filter.waitedDays ? db().application.count({ where }) : countIn(counts, filter.state),
  ]);
  const rows = found.flatMap(({ id, state, submittedAt, currentSnapshot, filings }) => {
    if (!submittedAt || !currentSnapshot) return [];
    const [filing] = filings;
    const { round, companyName, uscc, provinceCode } = currentSnapshot;
    const waitedDays = countWorkingDays(calendar, dayInShanghai(submittedAt), day);
    return [
      {
        id,
        state,
        submittedAt,
        round,
        companyName,
        uscc,
        usccDoubtful: !hasUsccCheck(uscc),
        province: labels.region(provinceCode),
        waitedDays,
        filing: filing?.state ?? null,
        receipt: filing && filing.state !== 'returned' && DECIDABLE.includes(state) ? receiptDeadline(calendar, filing.filedAt, day) : null,
      },
    ];
  });
  return { rows, total, counts, today: day };
}

// As searchForList says why: but these have a limit of four statements a page, so that they are sorted here.
function findHits(where: Prisma.ApplicationWhereInput, take: number) {
  return db().application.findMany({ where, select: { id: true, submittedAt: true }, take });
}

type Hit = { id: string; submittedAt: Date | null };

function byDay(oldestFirst: boolean) {
  const sign = oldestFirst ? 1 : -1;
  return (one: Hit, other: Hit) => sign * (Number(one.submittedAt) - Number(other.submittedAt)) || (one.id < other.id ? -1 : 1);
}

const nowRow = z.tuple([z.object({ now: z.date(), changes: z.string() })]);
const countRows = z.array(z.object({ state: z.enum(ApplicationState), count: z.number() }));
const counted = untilChanged<Queue['counts']>();

/** How many submitted applications stand in each state, and the day it is. */
async function countStates(): Promise<{ counts: Queue['counts']; day: Day }> {
  const [{ now, changes }] = nowRow.parse(
    await db().$queryRaw`SELECT clock_timestamp() AS "now", last_value::text AS "changes" FROM application_changes`,
  );
  return { counts: await counted(changes, '', count), day: dayInShanghai(adjusted(now)) };
}

async function count(): Promise<Queue['counts']> {
  const rows = countRows.parse(
    await db().$queryRaw`
      SELECT "state"::text, count(*)::int AS "count" FROM "Application" WHERE "currentSnapshotId" IS NOT NULL GROUP BY "state"`,
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

function countIn(counts: Queue['counts'], state: QueueFilter['state']): number {
  return state === 'all' ? Object.values(counts).reduce((sum, count) => sum + count, 0) : (counts[state] ?? 0);
}

// A phone, a credit code or its beginning, else a part of the name.
function searchFor(search: string): Prisma.ApplicationSnapshotWhereInput {
  const phone = normaliseMobile(search);
  if (/^1\d{10}$/.test(phone)) return { mobile: phone };
  const code = normaliseUscc(search);
  if (/^[0-9A-Z]{6,18}$/.test(code)) return { uscc: { startsWith: code } };
  const pieces = nameBigrams(search.trim());
  return pieces.length ? { nameBigrams: { hasEvery: pieces } } : { companyName: { contains: search.trim() } };
}

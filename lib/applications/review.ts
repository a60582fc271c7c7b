import 'server-only';
import { type Actor, isStaff } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import type { CheckItem } from '../copy/review';
import { dayInShanghai, dayOf } from '../days';
import { db } from '../db';
import { type FilingView, viewFiling } from '../dues/filing-view';
import { type ReceiptDeadline, receiptDeadline } from '../dues/receipt-deadline';
import { DomainError } from '../errors';
import type { ApplicationState } from '../generated/prisma/enums';
import { getSetting } from '../settings/get-setting';
import { type FileView, viewFile } from '../uploads/views';
import { hasOrganisationCheck, hasUsccCheck } from '../uscc';
import { countWorkingDays, loadCalendar } from '../working-days';
import { duesAllow } from './approve-application';
import { changedTargets } from './changes';
import { companyWords } from './company-words';
import { type Elsewhere, findElsewhere } from './elsewhere';
import { formNumberOf, type Stamp, stampsOf } from './form-number';
import type { StampedKind } from './printed';
import { frozenVersion } from './queries';
import { findQueuePlace, type QueuePlace } from './queue-place';
import { type CompanyAnswers, companySchema } from './schema';
import { DECIDABLE } from './states';
import { type HistoryEvent, viewEvent } from './views';

type Words = Awaited<ReturnType<typeof companyWords>>;

export type ReviewView = {
  id: string;
  state: ApplicationState;
  /** The round shown, and how many there are. */
  round: number;
  rounds: number;
  submittedAt: Date;
  waitedDays: number;
  formNumber: string;
  answers: CompanyAnswers;
  words: Words;
  /** The round before, and what differs from it; null in the first. */
  before: { answers: CompanyAnswers; words: Words; changed: string[]; marks: MarkView[] } | null;
  /** What is odd about the credit code, in words; empty when nothing is. */
  usccFlags: string[];
  files: FileView[];
  stamps: Record<StampedKind, ReviewStamp>;
  filing: FilingView | null;
  /** Until when the receipt is due for dues that a non-member has filed. */
  receipt: ReceiptDeadline | null;
  /** False: approving needs a reason. */
  duesAllow: boolean;
  marks: MarkView[];
  checks: Partial<Record<CheckItem, string>>;
  meeting: { name: string; heldOn: string } | null;
  history: HistoryEvent[];
  elsewhere: Elsewhere;
  place: QueuePlace;
  /** Which decisions are this person's to make now. */
  decisions: readonly Decision[];
};

/** `before`: the number of the round before. */
export type ReviewStamp = Stamp & { before: string | null };
type MarkView = { target: string; comment: string };
export type Decision = 'pass' | 'approve' | 'return' | 'reject';

/**
 * An application as it was submitted last, or in the round asked for, for the reviewer. Each look is audited.
 * @throws DomainError `notFound`
 */
export async function getReview(actor: Actor, applicationId: string, round?: number): Promise<ReviewView> {
  const found = await db().application.findUnique({ where: { id: applicationId }, include: reviewInclude });
  if (!found) throw new DomainError('notFound');
  authorize(actor, 'application.list', null);
  authorize(actor, 'application.view', found);
  const shown = found.snapshots.find((snapshot) => (round ? snapshot.round === round : snapshot.id === found.currentSnapshotId));
  if (!shown || !found.submittedAt) throw new DomainError('notFound');
  const isCurrent = shown.id === found.currentSnapshotId;
  const answers = companySchema.parse(frozenVersion(shown).company);
  const [words, before, files, calendar, elsewhere, { today: day, ...place }, { twoStages }] = await Promise.all([
    companyWords(answers),
    versionBefore(found.snapshots, shown),
    snapshotFiles(frozenVersion(shown).files, applicationId),
    loadCalendar(),
    findElsewhere(found, answers),
    findQueuePlace({ id: found.id, submittedAt: found.submittedAt }),
    getSetting('joining'),
  ]);
  if (isStaff(actor)) await recordAudit(db(), actor, { action: 'application.read', record: 'application', recordId: applicationId });
  const [filing] = found.filings;
  const mayDecide = isCurrent && DECIDABLE.includes(found.state) && isAllowed(actor, 'application.approve', found);
  const waitsForReceipt = filing && filing.state !== 'returned' && found.state !== 'approved' && !found.charges.some(isCancelled);
  return {
    id: found.id,
    state: found.state,
    round: shown.round,
    rounds: found.snapshots.length,
    submittedAt: isCurrent ? found.submittedAt : shown.createdAt,
    waitedDays: countWorkingDays(calendar, dayInShanghai(found.submittedAt), day),
    formNumber: shown.formNumber,
    answers,
    words,
    before,
    usccFlags: usccFlags(answers.uscc),
    files: files.map(viewFile),
    stamps: reviewStamps(answers, files, before?.answers),
    filing: filing ? viewFiling(filing) : null,
    receipt: waitsForReceipt ? receiptDeadline(calendar, filing.filedAt, day) : null,
    duesAllow: duesAllow(found),
    marks: shown.marks.map(({ target, comment }) => ({ target, comment })),
    checks: Object.fromEntries(shown.checks.map(({ item, actorName }) => [item, actorName])),
    meeting: found.meeting && { name: found.meeting.name, heldOn: dayOf(found.meeting.heldOn) },
    history: found.events.map(viewEvent),
    elsewhere,
    place,
    decisions: mayDecide ? decisionsIn(found.state, twoStages) : [],
  };
}

const reviewInclude = {
  snapshots: { include: { marks: { orderBy: { createdAt: 'asc' } }, checks: true }, orderBy: { round: 'asc' } },
  events: { orderBy: { createdAt: 'asc' } },
  filings: { include: { charges: { include: { charge: true } } }, orderBy: { createdAt: 'desc' }, take: 1 },
  charges: { select: { state: true, amountFen: true, allocations: { select: { amountFen: true } } } },
  meeting: true,
} as const;

const isCancelled = ({ state }: { state: string }) => state === 'cancelled';

function decisionsIn(state: ApplicationState, twoStages: boolean): readonly Decision[] {
  return [state === 'submitted' && twoStages ? 'pass' : 'approve', 'return', 'reject'];
}

type Snapshot = { round: number; answers: unknown; files: unknown; marks: MarkView[] };

async function versionBefore(snapshots: readonly Snapshot[], shown: Snapshot): Promise<ReviewView['before']> {
  const previous = snapshots.find(({ round }) => round === shown.round - 1);
  if (!previous) return null;
  const answers = companySchema.parse(frozenVersion(previous).company);
  const changed = changedTargets(frozenVersion(previous), frozenVersion(shown));
  return { answers, words: await companyWords(answers), changed, marks: previous.marks };
}

/** The files of the submission in their order, and the vouchers as they are now. */
async function snapshotFiles(files: readonly { id: string }[], applicationId: string) {
  const ids = files.map(({ id }) => id);
  return db().file.findMany({
    where: { OR: [{ id: { in: ids } }, { applicationId, kind: 'transferVoucher', state: { in: ['ready', 'attached'] } }] },
    include: { pages: { orderBy: { page: 'asc' } } },
    orderBy: { position: 'asc' },
  });
}

function reviewStamps(answers: CompanyAnswers, files: Parameters<typeof stampsOf>[1], before?: CompanyAnswers): ReviewView['stamps'] {
  const stamps = stampsOf(answers, files);
  const since = (kind: StampedKind): ReviewStamp => ({ ...stamps[kind], before: before ? formNumberOf(kind, before) : null });
  return { applicationForm: since('applicationForm'), creditPledge: since('creditPledge') };
}

function usccFlags(uscc: string): string[] {
  return [
    ...(hasUsccCheck(uscc) ? [] : ['校验位不符']),
    ...(hasOrganisationCheck(uscc) ? [] : ['组织机构代码校验不符']),
    ...(uscc.startsWith('91') ? [] : ['不是企业代码']),
  ];
}

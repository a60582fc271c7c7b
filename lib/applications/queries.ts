import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { adjusted } from '../clock';
import { dayInShanghai } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { FilingState, Prisma } from '../generated/prisma/client';
import { ApplicationState, FileKind } from '../generated/prisma/enums';
import { type FileView, viewFile } from '../uploads/views';
import type { AnswersStep } from './answers';
import { changedTargets } from './changes';
import type { Stamp } from './form-number';
import { firstOpenStep, type StepStatus } from './journey';
import {
  answersOf,
  companyNameOf,
  draftInclude,
  duesYearOf,
  journeyFor,
  type LoadedApplication,
  loadApplication,
  stampsFor,
} from './load-application';
import type { StampedKind } from './printed';
import { EDITABLE, TERMINAL } from './states';
import type { StepId } from './steps';
import { type HistoryEvent, viewEvent } from './views';

/** `changed`: the applicant has changed it since the return. */
type MarkView = { target: string; comment: string; changed: boolean };

/** An application as its applicant works on it. */
export type DraftView = {
  id: string;
  state: ApplicationState;
  year: number;
  today: string;
  company: Prisma.JsonValue | null;
  companyName: string;
  dues: Prisma.JsonValue | null;
  /** How often each was saved, and when last. */
  saved: Record<AnswersStep, { version: number; at: Date | null }>;
  files: FileView[];
  stamps: Record<StampedKind, Stamp>;
  filing: { id: string; state: FilingState; reason: string | null } | null;
  collectBeforeApproval: boolean;
  journey: StepStatus[];
  firstOpen: StepId;
  /** What the last return asks to correct; empty unless returned. */
  returned: { reason: string; marks: MarkView[] } | null;
  /** The applicant has other applications, so addresses must name this one. */
  several: boolean;
};

const ownRows = z.array(z.object({ id: z.string(), state: z.enum(ApplicationState), now: z.date() }));

/**
 * The actor's application: the one asked for, else the live one they started last, else the last one.
 * @throws DomainError `notFound` when there is none, or it is somebody else's.
 */
export async function getDraft(actor: Actor, requestedId?: string): Promise<DraftView> {
  if (actor.kind !== 'account') throw new DomainError('notFound');
  const own = ownRows.parse(
    await db().$queryRaw`
      SELECT "id"::text, "state"::text, clock_timestamp() AS "now" FROM "Application"
      WHERE "registrantId" = ${actor.id}::uuid ORDER BY "createdAt" DESC`,
  );
  const chosen = requestedId ? own.find(({ id }) => id === requestedId) : (own.find(({ state }) => !TERMINAL.includes(state)) ?? own[0]);
  if (!chosen) throw new DomainError('notFound');
  const found = await loadApplication(db(), chosen.id);
  authorize(actor, 'application.view', found);
  return viewDraft(found, dayInShanghai(adjusted(chosen.now)), own.length > 1);
}

/** Whether the actor has registered any company: who has none, and represents none, has nothing to see here. */
export async function hasApplication(actor: Actor): Promise<boolean> {
  return actor.kind === 'account' && (await db().application.count({ where: { registrantId: actor.id } })) > 0;
}

/** The actor's applications that are not decided yet, the latest first. */
export async function listOpenApplications(actor: Actor): Promise<{ id: string; companyName: string; state: ApplicationState }[]> {
  if (actor.kind !== 'account') return [];
  const rows = await db().application.findMany({
    where: { registrantId: actor.id, state: { notIn: [...TERMINAL] } },
    include: draftInclude,
    orderBy: { createdAt: 'desc' },
  });
  return rows.map((row) => ({ id: row.id, companyName: companyNameOf(row), state: row.state }));
}

function savingOf(found: LoadedApplication, step: AnswersStep): { version: number; at: Date | null } {
  const row = answersOf(found, step);
  return { version: row?.version ?? 0, at: row?.savedAt ?? null };
}

function viewDraft(found: LoadedApplication, day: string, several: boolean): DraftView {
  const journey = journeyFor(found, day);
  const filing = found.filings[0];
  return {
    id: found.id,
    state: found.state,
    year: duesYearOf(found, day),
    today: day,
    company: answersOf(found, 'company')?.data ?? null,
    companyName: companyNameOf(found),
    dues: answersOf(found, 'dues')?.data ?? null,
    saved: { company: savingOf(found, 'company'), dues: savingOf(found, 'dues') },
    files: found.files.map(viewFile),
    stamps: stampsFor(found),
    filing: filing ? { id: filing.id, state: filing.state, reason: filing.reason } : null,
    collectBeforeApproval: found.collectBeforeApproval,
    journey,
    firstOpen: firstOpenStep(journey),
    returned:
      found.state === 'returned' && EDITABLE.includes(found.state)
        ? { reason: found.events[0]?.reason ?? '', marks: marksOf(found) }
        : null,
    several,
  };
}

const frozenAnswers = z.object({ company: z.unknown() });
const frozenFiles = z.array(z.object({ id: z.string(), kind: z.enum(FileKind) }));

/** A snapshot's answers and files, as they were frozen. */
export function frozenVersion({ answers, files }: { answers: unknown; files: unknown }) {
  return { company: frozenAnswers.parse(answers).company, files: frozenFiles.parse(files) };
}

function marksOf(found: LoadedApplication): MarkView[] {
  const snapshot = found.currentSnapshot;
  if (!snapshot?.marks.length) return [];
  const changed = changedTargets(frozenVersion(snapshot), { company: answersOf(found, 'company')?.data, files: found.files });
  return snapshot.marks.map((mark) => ({ ...mark, changed: changed.includes(mark.target) }));
}

/** What happened to an application, oldest first. @throws DomainError `notFound` */
export async function getHistory(actor: Actor, applicationId: string): Promise<HistoryEvent[]> {
  const found = await db().application.findUnique({
    where: { id: applicationId },
    select: { registrantId: true, events: { orderBy: { createdAt: 'asc' } } },
  });
  if (!found) throw new DomainError('notFound');
  authorize(actor, 'application.view', found);
  return found.events.map(viewEvent);
}

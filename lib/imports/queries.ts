import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { now } from '../clock';
import { db } from '../db';
import type { Option } from '../dictionaries/option';
import { listOptions } from '../dictionaries/queries';
import { DomainError } from '../errors';
import type { ImportState } from '../generated/prisma/enums';
import { choicesSchema, type Findings, findingsSchema, totalsSchema, type UnknownWord, wordKey } from './findings';
import { listProblems, type ProblemView } from './list-problems';
import { type Line, reconcile } from './reconcile';
import { OPEN, RUNNING } from './states';
import { whatStandsInTheWay } from './undo-obstacles';

export type ImportLine = {
  id: string;
  state: ImportState;
  workbookName: string;
  uploader: string;
  createdAt: Date;
  companies: number | null;
};

const STALE_MS = 90_000;
/** Of problems, and of members that are known already; the rest is in a workbook. */
const SHOWN = 200;
const SHOWN_KNOWN = 50;

/** Every import, the newest first. */
export async function listImports(actor: Actor): Promise<ImportLine[]> {
  authorize(actor, 'import.view', null);
  const rows = await db().import.findMany({ orderBy: { createdAt: 'desc' }, take: 50, include: { uploader: { select: { name: true } } } });
  return rows.map(({ id, state, workbookName, uploader, createdAt, findings }) => ({
    id,
    state,
    workbookName,
    uploader: uploader.name,
    createdAt,
    companies: state === 'committed' ? comingOf(findingsSchema.parse(findings)) : null,
  }));
}

export type WordView = UnknownWord & { choice: string; options: readonly Option[] };
export type ImportView = {
  id: string;
  state: ImportState;
  isRunning: boolean;
  /** Nothing has moved for longer than a step takes: the run was probably interrupted. */
  isStale: boolean;
  percent: number;
  failure: string | null;
  workbookName: string;
  scansName: string | null;
  uploader: string;
  createdAt: Date;
  committedAt: Date | null;
  reason: string | null;
  findings: Findings | null;
  problems: ProblemView[];
  known: ProblemView[];
  words: WordView[];
  lines: Line[];
  hasTotals: boolean;
  obstacles: string[];
  mayRun: boolean;
};

/** One import with what its page shows. @throws DomainError `notFound` */
export async function getImport(actor: Actor, id: string): Promise<ImportView> {
  authorize(actor, 'import.view', null);
  const found = await db().import.findUnique({ where: { id }, include: { uploader: { select: { name: true } } } });
  if (!found) throw new DomainError('notFound');
  const findings = found.findings ? findingsSchema.parse(found.findings) : null;
  const totals = found.totals ? totalsSchema.parse(found.totals) : null;
  const isReady = found.state === 'ready';
  const isRunning = RUNNING.includes(found.state);
  return {
    id,
    state: found.state,
    isRunning,
    isStale: isRunning && (await now()).getTime() - found.movedAt.getTime() > STALE_MS,
    percent: found.percent,
    failure: found.failure,
    workbookName: found.workbookName,
    scansName: found.scansName,
    uploader: found.uploader.name,
    createdAt: found.createdAt,
    committedAt: found.committedAt,
    reason: found.reason,
    findings,
    problems: isReady ? (await listProblems(id, ['refused', 'incomplete'], SHOWN)).slice(0, SHOWN) : [],
    known: isReady ? await listProblems(id, ['known'], SHOWN_KNOWN) : [],
    words: isReady && findings ? await viewWords(findings, choicesSchema.parse(found.choices)) : [],
    lines: isReady && findings ? await reconcile(findings, totals ?? (await lastTotals())) : [],
    hasTotals: totals !== null,
    obstacles: found.state === 'committed' ? await whatStandsInTheWay(db(), found) : [],
    mayRun: isAllowed(actor, 'import.run', null),
  };
}

export function isOpen(state: ImportState): boolean {
  return OPEN.includes(state);
}

export function comingOf({ counts }: Findings): number {
  return (counts.good ?? 0) + (counts.incomplete ?? 0);
}

function viewWords({ words }: Findings, choices: Record<string, string>): Promise<WordView[]> {
  return Promise.all(words.map(async (word) => ({ ...word, choice: choices[wordKey(word)] ?? '', options: await listOptions(word.kind) })));
}

/** What was typed for the workbook before this one: the old system's totals stay the same while rows are mended. */
async function lastTotals() {
  const last = await db().import.findFirst({ where: { state: 'committed' }, orderBy: { committedAt: 'desc' }, select: { totals: true } });
  return last?.totals ? totalsSchema.parse(last.totals) : null;
}

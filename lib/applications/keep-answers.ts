import 'server-only';
import type { Conflict, FormValues } from '../actions/action-state';
import { storedValues } from '../actions/form-values';
import { now } from '../clock';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { ApplicationState, FilingState } from '../generated/prisma/enums';
import { answerFields, pickAnswers } from './answer-fields';
import type { AnswersStep, DraftStep } from './answers';
import type { Opened } from './draft-schema';
import { mergeAnswers } from './merge-answers';
import { EDITABLE } from './states';

type Typed = { applicationId: string; step: AnswersStep; values: FormValues; opened?: Opened };

export type Kept = {
  /** What is stored now. */
  values: FormValues;
  /** What others changed in the meantime and this form too: stored as the others have it. */
  conflicts: Conflict[];
  version: number;
  savedAt: Date;
};

const LARGEST = 20_000;

/**
 * Writes a step's answers as they were typed, merged into what others wrote since the form was opened. A save that was
 * overtaken by a later one of the same form writes nothing. The caller has locked the application. @throws DomainError `invalid`
 */
export async function keepAnswers(tx: Tx, { applicationId, step, values, opened }: Typed): Promise<Kept> {
  const id = { applicationId_step: { applicationId, step } };
  const row = await tx.applicationAnswers.findUnique({ where: id });
  const { data, conflicts, overtaken } = mergeTyped(step, row, { values, opened });
  if (overtaken) return { values: data, conflicts, version: overtaken.version, savedAt: overtaken.savedAt };
  const written = { data, savedAt: await now(tx), ...savedBy(opened) };
  const { version, savedAt } = await tx.applicationAnswers.upsert({
    where: id,
    create: { applicationId, step, ...written },
    update: { ...written, version: { increment: 1 } },
  });
  return { values: data, conflicts, version, savedAt };
}

type DraftRow = { data: unknown; version: number; savedAt: Date; editor: string; sequence: number };
export type Merged = { data: FormValues; conflicts: Conflict[]; overtaken?: DraftRow };

/** What there is to store of a draft: what was typed, merged into what is there. @throws DomainError `invalid` */
export function mergeTyped(step: DraftStep, row: DraftRow | null, { values, opened }: Pick<Typed, 'values' | 'opened'>): Merged {
  const theirs = pickAnswers(step, storedValues(row?.data));
  if (row && opened?.editor && opened.editor === row.editor && opened.sequence <= row.sequence) {
    return { data: theirs, conflicts: [], overtaken: row };
  }
  const mine = pickAnswers(step, values);
  const bases = opened?.bases.map((known) => pickAnswers(step, known)) ?? [theirs];
  const { merged, conflicts } = mergeAnswers({ fields: answerFields[step], bases, mine, theirs });
  const data = pickAnswers(step, merged);
  if (JSON.stringify(data).length > LARGEST) throw new DomainError('invalid');
  return { data, conflicts };
}

/** Which form saved, and its how-manieth save that was. */
export function savedBy(opened: Opened | undefined): { editor: string; sequence: number } {
  return { editor: opened?.editor ?? '', sequence: opened?.sequence ?? 0 };
}

type Facts = { state: ApplicationState; filings: readonly { state: FilingState }[] };

/** Answers are open until the application is submitted, and those of a returned filing even then. @throws DomainError `notEditable` */
export function requireOpen(step: AnswersStep, { state, filings }: Facts): void {
  const filing = filings[0];
  const open =
    step === 'dues' && filing
      ? filing.state === 'returned' && (EDITABLE.includes(state) || state === 'submitted')
      : EDITABLE.includes(state);
  if (!open) throw new DomainError('notEditable');
}

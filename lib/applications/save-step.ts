import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { ActionState, Conflict, FormValues } from '../actions/action-state';
import { fieldErrorsOf } from '../actions/field-errors';
import { today } from '../clock';
import { refileDues } from '../dues/refile-dues';
import { filingSchemaFor } from '../dues/schema';
import { transaction } from '../transaction';
import type { AnswersStep } from './answers';
import { checkChoices } from './check-choices';
import type { Opened } from './draft-schema';
import { hasProof } from './journey';
import { keepAnswers, requireOpen } from './keep-answers';
import { type Choice, settle, writeUnit } from './merge-answers';
import { type LoadedApplication, loadApplication, lockApplication } from './queries';
import { companySchema } from './schema';
import { EDITABLE } from './states';

type Save = {
  applicationId: string;
  step: AnswersStep;
  values: FormValues;
  /** What the form knows of what is stored. Left out: its values replace whatever is there. */
  opened?: Opened;
  settle?: Choice | 'chosen';
  choice?: Record<string, string>;
};

export type SavedStep = Required<Pick<ActionState, 'values' | 'fieldErrors' | 'conflicts'>>;

/**
 * Keeps what was typed for a step, valid or not, and answers with what the form should show, what is still wrong
 * (field → message) and what somebody else changed at the same time; the step is complete when there is neither. Dues
 * that finance returned while the application is under review are filed again at once.
 * @throws DomainError `notFound`, `notEditable`, `invalid`
 */
export async function saveStep(actor: Actor, { applicationId, step, ...form }: Save): Promise<SavedStep> {
  return transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.edit', application);
    requireOpen(step, application);
    const { values, opened } = decided(form);
    const kept = await keepAnswers(tx, { applicationId, step, values, opened });
    const fieldErrors = await errorsOf(application, step, kept.values, await today(tx));
    const filing = application.filings[0];
    if (!EDITABLE.includes(application.state) && filing && !Object.keys(fieldErrors).length && !kept.conflicts.length) {
      await refileDues(tx, actor, filing.id, filingSchemaFor(await today(tx)).parse(kept.values));
    }
    return { values: shown(kept.values, kept.conflicts), fieldErrors, conflicts: kept.conflicts };
  });
}

/** Nothing is wrong, and nothing is left to be decided between two people. */
export function isComplete({ fieldErrors, conflicts }: SavedStep): boolean {
  return Object.keys(fieldErrors).length === 0 && conflicts.length === 0;
}

/** What was typed, after the choices that were made where others had changed the same. */
function decided({ values, opened, settle: all, choice = {} }: Omit<Save, 'applicationId' | 'step'>): Pick<Save, 'values' | 'opened'> {
  if (!opened) return { values };
  let now = { mine: values, bases: opened.bases as readonly FormValues[] };
  for (const [index, { unit, theirs }] of opened.conflicts.entries()) {
    const chosen = all === 'mine' || all === 'theirs' ? all : choice[index];
    if (chosen === 'mine' || chosen === 'theirs') now = settle({ unit, theirs }, chosen, now);
  }
  return { values: now.mine, opened: { ...opened, bases: [...now.bases] } };
}

/** The form shows one's own value where it is still to be decided. */
function shown(stored: FormValues, conflicts: readonly Conflict[]): FormValues {
  return conflicts.reduce((values, { unit, mine }) => writeUnit(values, unit, mine), stored);
}

async function errorsOf(
  application: LoadedApplication,
  step: AnswersStep,
  values: FormValues,
  day: string,
): Promise<Record<string, string>> {
  if (step === 'company') {
    const parsed = companySchema.safeParse(values);
    return parsed.success ? checkChoices(parsed.data) : fieldErrorsOf(parsed.error);
  }
  const parsed = filingSchemaFor(day).safeParse(values);
  if (!parsed.success) return fieldErrorsOf(parsed.error);
  return hasProof(parsed.data.serial, application.files) ? {} : { serial: '请上传汇款凭证，或填写银行流水号，至少一项' };
}

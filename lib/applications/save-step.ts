import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { ActionState, FormValues } from '../actions/action-state';
import { fieldErrorsOf } from '../actions/field-errors';
import { today } from '../clock';
import { refileDues } from '../dues/refile-dues';
import { filingSchemaFor } from '../dues/schema';
import { transaction } from '../transaction';
import type { AnswersStep } from './answers';
import { checkChoices } from './check-choices';
import { decided, type Sent, shown } from './decided';
import { hasProof } from './journey';
import { keepAnswers, requireOpen } from './keep-answers';
import { type LoadedApplication, loadApplication, lockApplication } from './load-application';
import { companySchema } from './schema';
import { EDITABLE } from './states';

type Save = Sent & { applicationId: string; step: AnswersStep };

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

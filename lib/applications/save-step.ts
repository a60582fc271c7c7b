import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { FormValues } from '../actions/action-state';
import { fieldErrorsOf } from '../actions/field-errors';
import { now, today } from '../clock';
import { refileDues } from '../dues/refile-dues';
import { filingSchemaFor } from '../dues/schema';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { checkChoices } from './check-choices';
import { hasProof } from './journey';
import { type LoadedApplication, loadApplication, lockApplication } from './queries';
import { asList, companySchema } from './schema';
import { EDITABLE } from './states';

type Save = { applicationId: string; step: 'company' | 'dues'; values: FormValues };

const LARGEST = 20_000;

/**
 * Keeps what was typed for a step, valid or not, and answers with what is still wrong (field → message; empty when the
 * step is complete). Dues that finance returned while the application is under review are filed again at once.
 * @throws DomainError `notFound`, `notEditable`
 */
export async function saveStep(actor: Actor, { applicationId, step, values }: Save): Promise<Record<string, string>> {
  return transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.edit', application);
    if (!isOpen(application, step)) throw new DomainError('notEditable');
    const data = pick(values, step);
    if (JSON.stringify(data).length > LARGEST) throw new DomainError('invalid');
    const savedAt = await now(tx);
    await tx.applicationAnswers.upsert({
      where: { applicationId_step: { applicationId, step } },
      create: { applicationId, step, data, savedAt },
      update: { data, savedAt, version: { increment: 1 } },
    });
    const errors = await errorsOf(application, step, values, await today(tx));
    const filing = application.filings[0];
    if (!EDITABLE.includes(application.state) && filing && !Object.keys(errors).length) {
      await refileDues(tx, actor, filing.id, filingSchemaFor(await today(tx)).parse(values));
    }
    return errors;
  });
}

function isOpen(application: LoadedApplication, step: Save['step']): boolean {
  const filing = application.filings[0];
  if (step === 'dues' && filing)
    return filing.state === 'returned' && (EDITABLE.includes(application.state) || application.state === 'submitted');
  return EDITABLE.includes(application.state);
}

async function errorsOf(
  application: LoadedApplication,
  step: Save['step'],
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

function pick(values: FormValues, step: Save['step']): FormValues {
  const fields = Object.keys((step === 'company' ? companySchema : filingSchemaFor('')).shape);
  const picked = Object.fromEntries(Object.entries(values).filter(([name]) => fields.includes(name)));
  return step === 'company' ? { ...picked, qualifications: asList(picked.qualifications).map(String) } : picked;
}

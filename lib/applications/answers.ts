import type { FormValues } from '../actions/action-state';
import { storedValues } from '../actions/form-values';
import { filingSchemaFor } from '../dues/schema';
import { asList, companySchema } from './schema';

/** The steps whose answers are typed. */
export const ANSWER_STEPS = ['company', 'dues'] as const;
export type AnswersStep = (typeof ANSWER_STEPS)[number];

/** The fields of each step, by their names in the form. */
export const answerFields: Record<AnswersStep, readonly string[]> = {
  company: Object.keys(companySchema.shape),
  dues: Object.keys(filingSchemaFor('').shape),
};

/** The answers among what a form or a request holds: each box and list in one shape, whoever wrote it. */
export function pickAnswers(step: AnswersStep, values: object): FormValues {
  const picked = Object.fromEntries(Object.entries(values).filter(([name]) => answerFields[step].includes(name)));
  if (step === 'dues') return storedValues(picked);
  const confirmed = ['true', 'on', true].includes(picked.usccConfirmed);
  return storedValues({ ...picked, usccConfirmed: confirmed ? 'true' : '', qualifications: asList(picked.qualifications).map(String) });
}

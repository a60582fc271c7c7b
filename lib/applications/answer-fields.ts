import type { FormValues } from '../actions/action-state';
import { filingSchemaFor, memberFilingSchemaFor } from '../dues/schema';
import { type DraftStep, pickFields } from './answers';
import { companySchema } from './schema';

/** The fields of each form, by their names in it. Apart from answers.ts: a page in the browser loads only its own schema. */
export const answerFields: Record<DraftStep, readonly string[]> = {
  company: Object.keys(companySchema.shape),
  dues: Object.keys(filingSchemaFor('').shape),
  filing: Object.keys(memberFilingSchemaFor('').shape),
};

/** The answers of one form. */
export function pickAnswers(step: DraftStep, values: object): FormValues {
  return pickFields(step, answerFields[step], values);
}

import type { FormValues } from '../actions/action-state';
import { storedValues } from '../actions/form-values';
import { asList } from '../fields';

/** The steps whose answers are typed. */
export const ANSWER_STEPS = ['company', 'dues'] as const;
export type AnswersStep = (typeof ANSWER_STEPS)[number];

/** Every form whose typing is kept: the steps of an application, and 填写汇款信息 of a member. */
export type DraftStep = AnswersStep | 'filing';

/** The answers to these fields among what a form or a request holds: each box and list in one shape, whoever wrote it. */
export function pickFields(step: DraftStep, fields: readonly string[], values: object): FormValues {
  const picked = Object.fromEntries(Object.entries(values).filter(([name]) => fields.includes(name)));
  if (step === 'dues') return storedValues(picked);
  if (step === 'filing') {
    return storedValues({ ...picked, serialConfirmed: ticked(picked.serialConfirmed), otherYears: asList(picked.otherYears).map(String) });
  }
  return storedValues({
    ...picked,
    usccConfirmed: ticked(picked.usccConfirmed),
    qualifications: asList(picked.qualifications).map(String),
  });
}

function ticked(value: unknown): string {
  return value === true || value === 'true' || value === 'on' ? 'true' : '';
}

import * as z from 'zod';
import type { FormValue } from '../actions/action-state';
import { storedValues, toFormValue } from '../actions/form-values';
import { duesYear } from '../dues/schema';
import { plainJson } from '../plain-text.mjs';
import { ANSWER_STEPS } from './answers';

/** More sendings than this never wait for an answer. */
const MOST_BASES = 12;

const valuesSchema = z.record(z.string(), z.unknown()).transform(storedValues);

/** What an open form knows of what is stored, so that nobody's change is overwritten unseen. */
const openedSchema = z.object({
  /** What the form showed, then what it has sent since without an answer. */
  bases: z.array(valuesSchema).min(1).max(MOST_BASES),
  /** Names the form, and counts its saves; empty where no script does. */
  editor: z.string().max(40).default(''),
  sequence: z.number().int().min(0).max(1_000_000).default(0),
  /** What others had changed, as this person was shown it. */
  conflicts: z
    .array(z.object({ unit: z.string().max(40), theirs: z.unknown().transform(toFormValue) }))
    .max(60)
    .default([]),
});

export type Opened = z.infer<typeof openedSchema>;

/** What a form carries that others may save while it is open. `opened` is JSON; a form from before it existed has none. */
export const openFormShape = {
  opened: z
    .preprocess((given) => (typeof given === 'string' ? plainJson(given) : given), openedSchema)
    .optional()
    .catch(undefined),
  /** Which value to take where others changed the same: all of them by one button, or each by its number. */
  settle: z.enum(['mine', 'theirs', 'chosen']).optional().catch(undefined),
  choice: z.record(z.string(), z.string()).default({}).catch({}),
};

/** A step's form as it was typed, valid or not. */
export const draftSchema = z.object({ applicationId: z.uuid(), ...openFormShape }).catchall(z.custom<FormValue>(() => true));

/** The same of 企业信息, for whichever company it was opened. */
export const editFormSchema = z.object({ companyId: z.uuid(), ...openFormShape }).catchall(z.custom<FormValue>(() => true));

/** What a script sends while somebody types. */
export const autosaveSchema = z.object({
  applicationId: z.uuid(),
  step: z.enum(ANSWER_STEPS),
  values: valuesSchema,
  opened: openedSchema,
});

export type Autosave = z.infer<typeof autosaveSchema>;

/** The same of a member's 填写汇款信息. */
export const filingAutosaveSchema = z.object({
  companyId: z.uuid(),
  year: duesYear,
  step: z.literal('filing'),
  values: valuesSchema,
  opened: openedSchema,
});

export type FilingAutosave = z.infer<typeof filingAutosaveSchema>;

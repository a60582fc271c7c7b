import * as z from 'zod/mini';
import type { FormValue } from '../actions/action-state';
import { storedValues, toFormValue } from '../actions/form-values';
import { duesYear } from '../dues/schema';
import { ANSWER_STEPS } from './answers';

/** More sendings than this never wait for an answer. */
const MOST_BASES = 12;

const valuesSchema = z.pipe(
  z.record(z.string(), z.unknown()),
  z.transform((values) => storedValues(values)),
);

/** What an open form knows of what is stored, so that nobody's change is overwritten unseen. */
const openedSchema = z.object({
  /** What the form showed, then what it has sent since without an answer. */
  bases: z.array(valuesSchema).check(z.minLength(1), z.maxLength(MOST_BASES)),
  /** Names the form, and counts its saves; empty where no script does. */
  editor: z._default(z.string().check(z.maxLength(40)), ''),
  sequence: z._default(z.number().check(z.int(), z.gte(0), z.lte(1_000_000)), 0),
  /** What others had changed, as this person was shown it. */
  conflicts: z._default(
    z
      .array(z.object({ unit: z.string().check(z.maxLength(40)), theirs: z.pipe(z.unknown(), z.transform(toFormValue)) }))
      .check(z.maxLength(60)),
    [],
  ),
});

export type Opened = z.infer<typeof openedSchema>;

/** What a form carries that others may save while it is open. `opened` is JSON; a form from before it existed has none. */
export const openFormShape = {
  opened: z.catch(z.optional(z.pipe(z.transform(parsed), openedSchema)), undefined),
  /** Which value to take where others changed the same: all of them by one button, or each by its number. */
  settle: z.catch(z.optional(z.enum(['mine', 'theirs', 'chosen'])), undefined),
  choice: z.catch(z._default(z.record(z.string(), z.string()), {}), {}),
};

/** A step's form as it was typed, valid or not. */
export const draftSchema = z.catchall(
  z.object({ applicationId: z.uuid(), ...openFormShape }),
  z.custom<FormValue>(() => true),
);

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

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : text;
  } catch {
    return undefined;
  }
}

/** What a form gets back from its action. */
export type ActionState = {
  status: 'idle' | 'error' | 'success' | 'signedOut' | 'outdated';
  /** One sentence for the summary, when no single field is at fault. */
  formError?: string;
  /** Messages by field name (`liaisons.0.mobile`). */
  fieldErrors?: Record<string, string>;
  /** The command asks for the second factor anew: the form comes back with a field for the code. */
  stepUp?: true;
  /** What was typed, so that nothing is lost; never passwords or files. */
  values?: FormValues;
  /** What somebody else changed while this form was open, and this form too: to be decided. */
  conflicts?: Conflict[];
  /** What the form needs to go on: a flow id, a new row's id. */
  data?: Record<string, string>;
};

export type FormValue = string | string[] | FormValues | FormValues[] | undefined;
export type FormValues = { [name: string]: FormValue };

/** One thing that two people changed, each in their own way; `unit` as in lib/applications/merge-answers.ts. */
export type Conflict = { unit: string; base: FormValue; mine: FormValue; theirs: FormValue };

export const idle: ActionState = { status: 'idle' };

export type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

import type { Conflict, FormValues } from '../actions/action-state';
import type { Opened } from './draft-schema';
import { type Choice, settle, writeUnit } from './merge-answers';

/** A form that others may have saved while it was open. */
export type Sent = {
  values: FormValues;
  /** What the form knows of what is stored. Left out: its values replace whatever is there. */
  opened?: Opened;
  settle?: Choice | 'chosen';
  choice?: Record<string, string>;
};

/** What was typed, after the choices that were made where others had changed the same. */
export function decided({ values, opened, settle: all, choice = {} }: Sent): Pick<Sent, 'values' | 'opened'> {
  if (!opened) return { values };
  let now = { mine: values, bases: opened.bases as readonly FormValues[] };
  for (const [index, { unit, theirs }] of opened.conflicts.entries()) {
    const chosen = all === 'mine' || all === 'theirs' ? all : choice[index];
    if (chosen === 'mine' || chosen === 'theirs') now = settle({ unit, theirs }, chosen, now);
  }
  return { values: now.mine, opened: { ...opened, bases: [...now.bases] } };
}

/** The form shows one's own value where it is still to be decided. */
export function shown(stored: FormValues, conflicts: readonly Conflict[]): FormValues {
  return conflicts.reduce((values, { unit, mine }) => writeUnit(values, unit, mine), stored);
}

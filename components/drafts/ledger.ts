import type { Conflict, FormValues } from '@/lib/actions/action-state';
import { type Choice, readUnit, same, settle, unitsOf, writeUnit } from '@/lib/applications/merge-answers';

/** What an open form knows: what is stored, what was sent and not answered, what two people have to decide. */
export type Ledger = {
  fields: readonly string[];
  /** First what the form started from; beside it what was stored then, where something was filled in for the person. */
  known: readonly FormValues[];
  sent: readonly { sequence: number; values: FormValues }[];
  conflicts: readonly Conflict[];
};

/** What could not be saved yet, for the next time this page opens. */
export type Stash = { values: FormValues; bases: readonly FormValues[] };

const MOST_SENT = 10;

/** A ledger, and the units in which the form now has to show other values. */
type Turned = { ledger: Ledger; values: FormValues; units: readonly string[] };

export function basesOf({ known, sent }: Ledger): FormValues[] {
  return [...known, ...sent.map(({ values }) => values)];
}

export function noteSent(ledger: Ledger, sequence: number, values: FormValues): Ledger {
  return { ...ledger, sent: [...ledger.sent, { sequence, values }].slice(-MOST_SENT) };
}

/** What a form knows that was served with something to decide: there, what it started from is not what is stored now. */
export function beforeConflicts(known: readonly FormValues[], conflicts: readonly Conflict[]): FormValues[] {
  return known.map((values) => conflicts.reduce((all, { unit, base }) => writeUnit(all, unit, base), values));
}

/** What is typed, less what is still to be decided: that is not sent. */
export function sendable(ledger: Ledger, typed: FormValues): FormValues {
  return ledger.conflicts.reduce((values, { unit }) => writeUnit(values, unit, readUnit(start(ledger), unit)), typed);
}

export function isUnsaved(ledger: Ledger, typed: FormValues): boolean {
  const values = sendable(ledger, typed);
  return unitsOf(ledger.fields, [start(ledger), values]).some((unit) => !same(readUnit(values, unit), readUnit(start(ledger), unit)));
}

export function decide(ledger: Ledger, units: readonly string[], choice: Choice, typed: FormValues): Turned {
  let { known } = ledger;
  let values = typed;
  for (const conflict of ledger.conflicts.filter(({ unit }) => units.includes(unit))) {
    const settled = settle(conflict, choice, { bases: known, mine: values });
    known = settled.bases;
    values = settled.mine;
  }
  const conflicts = ledger.conflicts.filter(({ unit }) => !units.includes(unit));
  return { ledger: { ...ledger, known, conflicts }, values, units: choice === 'theirs' ? units : [] };
}

type Answered = {
  stored: FormValues;
  /** What was asked to be stored. */
  asked: FormValues;
  conflicts: readonly Conflict[];
  typed: FormValues;
  isTyping: (unit: string) => boolean;
};

/** What is stored becomes what the form starts from; what others changed is shown, except where somebody is typing. */
export function adopt(ledger: Ledger, { stored, asked, conflicts, typed, isTyping }: Answered): Turned {
  const open = [...ledger.conflicts.filter((old) => !conflicts.some(({ unit }) => unit === old.unit)), ...conflicts];
  const shown: string[] = [];
  let base = stored;
  for (const unit of unitsOf(ledger.fields, [start(ledger), stored, asked, typed])) {
    if (same(readUnit(stored, unit), readUnit(asked, unit))) continue;
    const untouched = same(readUnit(typed, unit), readUnit(asked, unit));
    const undecided = open.some((conflict) => conflict.unit === unit);
    if (untouched && !undecided && !isTyping(unit)) shown.push(unit);
    else base = writeUnit(base, unit, readUnit(start(ledger), unit));
  }
  const told = open.map((conflict) => ({ ...conflict, theirs: readUnit(stored, conflict.unit) }));
  return { ledger: { ...ledger, known: [base], conflicts: told }, values: stored, units: shown };
}

/** Brings back what an earlier visit could not save, on top of what is stored by now: where both changed, saving will ask. */
export function restore(ledger: Ledger, { values, bases: [before = {}, ...later] }: Stash, shown: FormValues): Turned {
  const units = unitsOf(ledger.fields, [before, values, shown]).filter((unit) =>
    [before, shown].every((other) => !same(readUnit(values, unit), readUnit(other, unit))),
  );
  const put = (into: FormValues, from: FormValues) => units.reduce((all, unit) => writeUnit(all, unit, readUnit(from, unit)), into);
  const [, ...stored] = ledger.known;
  const known = [put(shown, before), ...stored.map((one) => put(one, before)), ...later.map((one) => put(shown, one))];
  return { ledger: { ...ledger, known }, values: put(shown, values), units };
}

function start({ known }: Ledger): FormValues {
  return known[0] ?? {};
}

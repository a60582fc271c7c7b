import type { Conflict, FormValue, FormValues } from '../actions/action-state';

/**
 * Two people, or two windows, on one draft: a three-way merge, pure, for browser and server. What is compared, refused
 * or chosen as one thing is a unit: a field (`address`), one of a row (`liaisons.0.mobile`), a row that was not there
 * before (`liaisons.1`), or a list that lost a row (`liaisons`), whose rows can no longer be told apart by their place.
 */

export type Choice = 'mine' | 'theirs';

/** Fields that only make sense together; the unit is called by the first. */
const TOGETHER: Record<string, readonly string[]> = { provinceCode: ['cityCode'], uscc: ['usccConfirmed'] };
const FOLLOWERS = Object.values(TOGETHER).flat();

type Versions = {
  fields: readonly string[];
  /** What this form knows to have been stored: first what it showed, then what it has sent since without an answer. */
  bases: readonly FormValues[];
  mine: FormValues;
  /** What is stored now. */
  theirs: FormValues;
};

/** Changes of one side only are taken without asking; what both changed stays as it is stored, and is told. */
export function mergeAnswers({ fields, bases, mine, theirs }: Versions): { merged: FormValues; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  let merged = theirs;
  for (const unit of unitsOf(fields, [...bases, mine, theirs])) {
    const [base, own, other] = [readUnit(bases[0] ?? {}, unit), readUnit(mine, unit), readUnit(theirs, unit)];
    if (same(own, other)) continue;
    const untouched = bases.some((known) => same(readUnit(known, unit), other));
    if (untouched) merged = writeUnit(merged, unit, own);
    else if (!same(own, base)) conflicts.push({ unit, base, mine: own, theirs: other });
  }
  return { merged, conflicts };
}

type Settled = { bases: readonly FormValues[]; mine: FormValues };

/** A conflict decided: from now on the other value is known, and stands or is replaced. */
export function settle({ unit, theirs }: Pick<Conflict, 'unit' | 'theirs'>, choice: Choice, { bases, mine }: Settled): Settled {
  return {
    bases: bases.map((known) => writeUnit(known, unit, theirs)),
    mine: choice === 'theirs' ? writeUnit(mine, unit, theirs) : mine,
  };
}

/** The units in which these versions are compared; the first version is the one the others started from. */
export function unitsOf(fields: readonly string[], versions: readonly FormValues[]): string[] {
  return fields.filter((field) => !FOLLOWERS.includes(field)).flatMap((field) => unitsOfField(field, versions));
}

function unitsOfField(field: string, versions: readonly FormValues[]): string[] {
  const lists = versions.map((values) => rowsOf(values[field]));
  const [first = []] = lists;
  const most = Math.max(...lists.map(({ length }) => length));
  if (!most || lists.some(({ length }) => length < first.length)) return [field];
  return Array.from({ length: most }, (_, row) => {
    if (row >= first.length) return [`${field}.${row}`];
    const columns = new Set(lists.flatMap((rows) => Object.keys(rows[row] ?? {})));
    return [...columns].map((column) => `${field}.${row}.${column}`);
  }).flat();
}

export function readUnit(values: FormValues, unit: string): FormValue {
  const [field = '', row, column] = unit.split('.');
  if (row === undefined) {
    const followers = TOGETHER[field];
    return followers ? Object.fromEntries([field, ...followers].map((name) => [name, values[name]])) : values[field];
  }
  const found = rowsOf(values[field])[Number(row)];
  return column === undefined ? found : found?.[column];
}

export function writeUnit(values: FormValues, unit: string, value: FormValue): FormValues {
  const [field = '', row, column] = unit.split('.');
  if (row === undefined) return TOGETHER[field] && isRow(value) ? { ...values, ...value } : { ...values, [field]: value };
  const rows = [...rowsOf(values[field])];
  const at = Number(row);
  if (column !== undefined) rows[at] = { ...rows[at], [column]: value };
  else if (isRow(value)) rows[at] = value;
  else rows.splice(at, 1);
  return { ...values, [field]: rows };
}

/** The fields of a unit as the form names them. */
export function namesOf(unit: string): string[] {
  return [unit, ...(TOGETHER[unit] ?? [])];
}

/** Equal as answers: nothing, an empty text and what was never there are one; the order of ticked boxes does not count. */
export function same(one: FormValue, other: FormValue): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: FormValue): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const parts = value.map((entry) => canonical(entry));
    return parts.length ? `[${(rowsOf(value).length ? parts : [...parts].sort()).join()}]` : '';
  }
  const parts = Object.keys(value)
    .sort()
    .map((name) => [name, canonical(value[name])])
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}:${text}`);
  return parts.length ? `{${parts.join()}}` : '';
}

function rowsOf(value: FormValue): FormValues[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: FormValue): value is FormValues {
  return typeof value === 'object' && !Array.isArray(value);
}

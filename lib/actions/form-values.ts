import { plainText } from '../plain-text.mjs';
import type { FormValue, FormValues } from './action-state';

/**
 * A submitted form as a plain object: `liaisons.0.name` becomes a row of an array, a repeated name an array of strings.
 * Files and the framework's own fields are left out. Browsers send a line break as two characters; it is one, as it was typed.
 */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    const texts = form
      .getAll(name)
      .filter((entry) => typeof entry === 'string')
      .map((text) => plainText(text.replace(/\r\n/g, '\n')));
    if (name.startsWith('$') || !texts.length) continue;
    setAt(values, plainText(name).split('.'), texts.length > 1 ? texts : (texts[0] ?? ''));
  }
  return values;
}

function setAt(target: FormValues, path: string[], value: string | string[]): void {
  const [head = '', ...rest] = path;
  if (head === '__proto__' || head === 'constructor') return;
  if (!rest.length) {
    target[head] = value;
    return;
  }
  const [index, ...inner] = rest;
  if (index !== undefined && /^\d{1,2}$/.test(index) && inner.length) {
    const found = target[head];
    const rows: FormValues[] = isRows(found) ? found : [];
    target[head] = rows;
    const at = Math.min(Number(index), rows.length);
    const row = rows[at] ?? {};
    rows[at] = row;
    setAt(row, inner, value);
    return;
  }
  const found = target[head];
  const inside: FormValues = found && typeof found === 'object' && !Array.isArray(found) ? found : {};
  target[head] = inside;
  setAt(inside, rest, value);
}

function isRows(value: unknown): value is FormValues[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object');
}

/** Stored answers as what a form shows: texts, lists and rows; anything else as text. */
export function storedValues(stored: unknown): FormValues {
  const value = toFormValue(stored);
  return value && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

/** One stored answer, the same way. */
export function toFormValue(stored: unknown): FormValue {
  if (stored === null || stored === undefined) return undefined;
  if (Array.isArray(stored)) {
    return stored.every((entry) => entry && typeof entry === 'object') ? stored.map(storedValues) : stored.map(String);
  }
  if (typeof stored === 'object') return Object.fromEntries(Object.entries(stored).map(([name, inner]) => [name, toFormValue(inner)]));
  return String(stored);
}

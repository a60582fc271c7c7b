import type { FormValue, FormValues } from '../actions/action-state';

export const MOST_LIAISONS = 2;

/** An empty row: the first one is 第一联络员, another 第二联络员 until somebody says otherwise. */
export function newLiaison(before: number) {
  return { order: before ? 'second' : 'first', name: '', department: '', title: '', mobile: '', email: '' };
}

/** What the buttons beside the rows do where no script does it. Nothing when none of them sent the form. */
export function changedLiaisons(liaisons: FormValue, { addLiaison, removeLiaison }: FormValues): FormValues[] | null {
  const rows = Array.isArray(liaisons) ? liaisons.filter((row) => typeof row === 'object') : [];
  if (addLiaison) return rows.length < MOST_LIAISONS ? [...rows, newLiaison(rows.length)] : rows;
  return removeLiaison ? rows.filter((_, row) => String(row) !== removeLiaison) : null;
}

/** The mailbox of 第一联络员 as far as it was typed. */
export function firstMailbox({ liaisons }: FormValues): string {
  const rows = Array.isArray(liaisons) ? liaisons.filter((row) => typeof row === 'object') : [];
  const { email } = rows.find(({ order }) => order === 'first') ?? {};
  return typeof email === 'string' ? email : '';
}

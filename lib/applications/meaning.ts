import { asList } from '../fields';
import { printable } from '../pdf/printable';
import type { companyTargets } from './marks';
import { companySchema } from './schema';

/**
 * What an answer says, whatever it was typed like: half or full width, spaces at the ends, the order of liaisons and
 * qualifications make no difference, neither does anything that no print shows. An answer that is not valid says itself.
 */
export function meaningOf(field: (typeof companyTargets)[number], value: unknown): unknown {
  const parsed = companySchema.shape[field].safeParse(value);
  return plain(inOrder(field, parsed.success ? parsed.data : (value ?? null)));
}

function inOrder(field: string, value: unknown): unknown {
  if (field === 'qualifications') return asList(value).map(String).toSorted();
  if (field !== 'liaisons') return value;
  const order = (row: unknown) => (row && typeof row === 'object' && 'order' in row ? String(row.order) : '');
  return asList(value).toSorted((one, other) => order(one).localeCompare(order(other)));
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(plain);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

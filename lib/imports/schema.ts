import * as z from 'zod';
import { optionalText } from '../fields';

const importId = z.uuid();

/** Nested fields as a flat record: `{ dues: { 2024: '1' } }` is `{ 'dues.2024': '1' }`. */
function flat(value: unknown, prefix = ''): Record<string, string> {
  if (typeof value === 'string') return { [prefix]: value };
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flat(inner, prefix ? `${prefix}.${key}` : key)));
}

export const importIdSchema = z.object({ importId });
export const startCommitSchema = z.object({ importId, reason: optionalText('原因', 500) });
export const undoImportSchema = z.object({ importId, reason: optionalText('原因', 500) });
export const totalsFormSchema = z
  .looseObject({ importId })
  .transform(({ importId: id, ...typed }) => ({ importId: id, typed: flat(typed) }));
export const wordsFormSchema = z
  .object({ importId, words: z.record(z.string(), z.string()).default({}) })
  .transform(({ importId: id, words }) => ({
    importId: id,
    chosen: Object.entries(words)
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .map(([, choice]) => choice),
  }));

import 'server-only';
import { NO_QUALIFICATION } from '../applications/schema';
import { type DictionaryKind, getLabels } from '../dictionaries/queries';

const DICTIONARIES: readonly string[] = ['industry', 'field', 'companyType', 'affiliation'] satisfies DictionaryKind[];

/** Stored fields of a company as people read them: codes by their names, several in one text. */
export async function describeFields(fields: Record<string, unknown>): Promise<Record<string, string>> {
  const { of, region } = await getLabels();
  const words = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((code) => (code === NO_QUALIFICATION ? '无' : of('qualification', String(code)))).join('、');
    const text = typeof value === 'string' ? value : '';
    if (name === 'provinceCode' || name === 'cityCode') return region(text);
    return isDictionary(name) ? of(name, text) : text;
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, words(name, value)]));
}

function isDictionary(name: string): name is DictionaryKind {
  return DICTIONARIES.includes(name);
}

import 'server-only';
import { cached } from '../cached';
import { sideDb } from '../db';
import type { Option, Region } from './option';

export type DictionaryKind = 'industry' | 'field' | 'companyType' | 'affiliation' | 'qualification';

const load = () => sideDb().dictionaryEntry.findMany({ orderBy: [{ kind: 'asc' }, { order: 'asc' }] });

declare global {
  // On the global object: pages and the jobs that add words are bundled apart, each with a copy of this module.
  var dictionaryEntries: ReturnType<typeof cached<Awaited<ReturnType<typeof load>>>> | undefined;
}

globalThis.dictionaryEntries ??= cached(60, load);
const entries = globalThis.dictionaryEntries;
const regions = cached(60, async (): Promise<Region[]> => {
  const rows = await sideDb().region.findMany({ orderBy: { order: 'asc' } });
  const plain = ({ code, name }: { code: string; name: string }) => ({ code, label: name });
  return rows
    .filter(({ parentCode }) => parentCode === null)
    .map((province) => {
      const cities = rows.filter(({ parentCode }) => parentCode === province.code);
      // 台湾、香港、澳门 stand for themselves.
      return { ...plain(province), cities: (cities.length ? cities : [province]).map(plain) };
    });
});

/** What can be chosen now, in order. Retired entries keep their label where they were chosen earlier. */
export async function listOptions(kind: DictionaryKind): Promise<Option[]> {
  const all = await entries.get();
  return all.filter((entry) => entry.kind === kind && !entry.retiredAt).map(({ code, label }) => ({ code, label }));
}

/** After a word was added or retired: what can be chosen is read anew, in this process at once, in others within a minute. */
export function forgetDictionaries(): void {
  entries.forget();
}

/** Every province with its cities. */
export async function listRegions(): Promise<readonly Region[]> {
  return regions.get();
}

/** Everything that 企业信息 lets one choose from. */
export async function listCompanyChoices() {
  const [industry, field, companyType, affiliation, qualification, regions] = await Promise.all([
    listOptions('industry'),
    listOptions('field'),
    listOptions('companyType'),
    listOptions('affiliation'),
    listOptions('qualification'),
    listRegions(),
  ]);
  return { industry, field, companyType, affiliation, qualification, regions };
}

/** Turns stored codes into words; a code that nobody knows stays as it is. */
export async function getLabels(): Promise<{ of: (kind: DictionaryKind, code: string) => string; region: (code: string) => string }> {
  const [all, provinces] = await Promise.all([entries.get(), regions.get()]);
  const words = new Map(all.map(({ kind, code, label }) => [`${kind}:${code}`, label]));
  const places = new Map(provinces.flatMap((province) => [province, ...province.cities]).map(({ code, label }) => [code, label]));
  return { of: (kind, code) => words.get(`${kind}:${code}`) ?? code, region: (code) => places.get(code) ?? code };
}

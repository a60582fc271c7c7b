import { plainText } from './plain-text.mjs';

type SearchParams = { [name: string]: string | string[] | undefined };

/** The named parts of an address's query as texts; what is missing or doubled is left out. */
export function listQuery(params: SearchParams, names: readonly string[]): Record<string, string> {
  const given = [...names, 'search', 'page'].flatMap((name) => {
    const value = params[name];
    const text = typeof value === 'string' ? plainText(value.slice(0, 100)) : '';
    return text ? [[name, text]] : [];
  });
  return Object.fromEntries(given);
}

/** The same from the address that a route was asked at. */
export function routeQuery({ url }: Request, names: readonly string[]): Record<string, string> {
  return listQuery(Object.fromEntries(new URL(url).searchParams), names);
}

/** A page number from an address: 1 for anything that is none. */
export function pageOf(text: string | undefined): number {
  return text && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

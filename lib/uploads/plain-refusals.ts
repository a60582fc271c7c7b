import { plainRefusalText } from '../copy/uploads';
import type { FileKind } from '../generated/prisma/enums';

/** A file of a plain form that was not taken: which of them, counted from 1, and why. */
export type PlainRefusal = { kind: FileKind; number: number; reason: string };

/** Refusals travel to the page in its address, as names of reasons: nobody can put words of their own there. */
export function refusalQuery(refusals: readonly PlainRefusal[]): [string, string][] {
  return refusals.map(({ kind, number, reason }) => ['refused', `${kind}.${number}.${reason}`]);
}

/** What the address says about one document's files, in words. */
export function readRefusals(query: string | string[] | undefined, kind: FileKind): string[] {
  return [query ?? []].flat().flatMap((entry) => {
    const [of, number = '', reason = ''] = entry.split('.');
    if (of !== kind) return [];
    return [`${reason === 'none' ? '' : `第 ${Number(number) || 1} 个文件没有接收：`}${plainRefusalText(reason)}`];
  });
}

import { type Day, isDay } from '../days';
import { Level, MemberState } from '../generated/prisma/enums';
import { listQuery, pageOf } from '../list-query';
import { type ColumnKey, columnKeys, DEFAULT_COLUMNS } from './columns';
import { type IncompleteItem, incompleteItems } from './incomplete';

export const MEMBER_SORTS = { name: '单位名称', number: '会员编号', joined: '入会日期（新的在前）' } as const;
export type MemberSort = keyof typeof MEMBER_SORTS;

/** Which members a list is of; null where it does not matter. */
export type MemberFilter = {
  search: string;
  state: MemberState | null;
  level: Level | null;
  province: string | null;
  industry: string | null;
  /** 欠费: a year's dues are late; 有未交: something is owed, late or not. */
  dues: 'overdue' | 'open' | null;
  /** 待完善: of anything, or of one thing. */
  incomplete: IncompleteItem | 'any' | null;
  joinedFrom: Day | null;
  joinedTo: Day | null;
  sort: MemberSort;
  page: number;
};

type Params = { [name: string]: string | string[] | undefined };
export type MemberList = { filter: MemberFilter; columns: ColumnKey[]; query: Record<string, string> };

/**
 * A list as its address describes it. What is no state, level, day, column or page is as if it were not there; `query` is
 * what is left, for the links and forms of the page and for the export of the same list.
 */
export function readMemberList(params: Params): MemberList {
  const given = listQuery(params, ['state', 'level', 'province', 'industry', 'incomplete', 'dues', 'from', 'to', 'sort']);
  const filter: MemberFilter = {
    search: given.search?.trim() ?? '',
    state: oneOf(Object.values(MemberState), given.state),
    level: oneOf(Object.values(Level), given.level),
    province: code(given.province),
    industry: code(given.industry),
    dues: oneOf(['overdue', 'open'], given.dues),
    incomplete: oneOf(['any', ...incompleteItems], given.incomplete),
    joinedFrom: day(given.from),
    joinedTo: day(given.to),
    sort: given.sort === 'number' || given.sort === 'joined' ? given.sort : 'name',
    page: pageOf(given.page),
  };
  const columns = readColumns(params.columns);
  const query: Record<string, string | null> = {
    search: filter.search,
    state: filter.state,
    level: filter.level,
    province: filter.province,
    industry: filter.industry,
    incomplete: filter.incomplete,
    dues: filter.dues,
    from: filter.joinedFrom,
    to: filter.joinedTo,
    sort: filter.sort === 'name' ? null : filter.sort,
    columns: columns.join() === DEFAULT_COLUMNS.join() ? null : columns.join(),
  };
  return { filter, columns, query: Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))) };
}

/** True when nothing narrows the list down. */
export function isUnfiltered({ sort: _, page: __, ...filter }: MemberFilter): boolean {
  return Object.values(filter).every((value) => !value);
}

// Boxes of a form come as a list, a link's as one text with commas. In the order of the table, not of the address.
function readColumns(value: string | string[] | undefined): ColumnKey[] {
  const named = [value ?? []].flat().flatMap((text) => text.split(','));
  const chosen = columnKeys.filter((key) => named.includes(key));
  return chosen.length ? chosen : [...DEFAULT_COLUMNS];
}

function oneOf<T extends string>(values: readonly T[], text: string | undefined): T | null {
  return values.find((value) => value === text) ?? null;
}

function code(text: string | undefined): string | null {
  return text && /^[\w-]{1,40}$/.test(text) ? text : null;
}

function day(text: string | undefined): Day | null {
  return text && isDay(text) ? text : null;
}

import { levelLabels } from '../copy/dues';
import { addDays, type Day } from '../days';
import { companyName, normalisePersonName } from '../fields';
import { Level } from '../generated/prisma/enums';
import type { Marker } from './marker';
import type { ImportRow } from './read-rows';
import type { StagedCompany } from './staged';

/** 会员 / 理事 / … as people write them. */
export function levelOf(mark: Marker, row: ImportRow, column: string): Level | null {
  const text = row.cells[column] ?? '';
  const found = Object.values(Level).find((level) => levelLabels[level] === text || levelLabels[level].replace('单位', '') === text);
  if (!found)
    mark.error(row, column, `${text ? `没有“${text}”这个级别` : '请填写会员级别'}，可填：${Object.values(levelLabels).join('、')}`);
  return found ?? null;
}

type Current = { level: Level; joinedOn: Day; companyRow: ImportRow };

/** 级别 with their dates. Without rows the present level holds since the company joined. */
export function checkLevels(mark: Marker, rows: readonly ImportRow[], { level, joinedOn, companyRow }: Current): StagedCompany['levels'] {
  if (!rows.length) return [{ level, from: joinedOn, to: null, resolution: null }];
  const spans = rows.flatMap((row) => {
    const [found, from, to] = [levelOf(mark, row, 'level'), mark.dayOrFirst(row, 'from', 'levels'), mark.dayOrFirst(row, 'to', 'levels')];
    if (!row.cells.from) mark.error(row, 'from', '请填写起始日期');
    if (from && to && to < from) mark.error(row, 'to', '终止日期在起始日期之前');
    return found && from ? [{ row, level: found, from, to, resolution: row.cells.resolution || null }] : [];
  });
  const ordered = spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  for (const [index, span] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next && span.to === null) span.to = next.from;
    else if (next && span.to && span.to > next.from) mark.error(span.row, 'to', `与下一段级别（${next.from} 起）重叠`);
    else if (next && span.to && addDays(span.to, 1) < next.from)
      mark.warn(span.row, 'to', 'levels', `与下一段级别（${next.from} 起）之间有空档`);
  }
  const last = ordered.at(-1);
  if (last?.to) mark.error(last.row, 'to', '最后一段级别不要填终止日期');
  if (last && last.level !== level) mark.error(companyRow, 'level', `与“级别”表第 ${last.row.row} 行的现任级别不一致`);
  return ordered.map(({ row: _, ...span }) => span);
}

/** 曾用名. */
export function checkNames(mark: Marker, rows: readonly ImportRow[], present: string): StagedCompany['names'] {
  return rows.flatMap((row) => {
    const name = mark.field(row, 'name', companyName);
    const [from, to] = [mark.dayOrFirst(row, 'from', 'names'), mark.dayOrFirst(row, 'to', 'names')];
    if (name && name === present) mark.error(row, 'name', '曾用名与现在的名称相同');
    if (from && to && to < from) mark.error(row, 'to', '停用日期在起用日期之前');
    if (!row.cells.to) mark.warn(row, 'to', 'names', '没有停用日期，按入会日期导入');
    return name ? [{ name, from, to }] : [];
  });
}

/** 理事信息: who holds the seat, title, 届次, term. */
export function checkSeats(mark: Marker, rows: readonly ImportRow[], level: Level): StagedCompany['seats'] {
  return rows.flatMap((row) => {
    const { position = '', person = '', title = '', term = '' } = row.cells;
    const [from, to] = [mark.dayOrFirst(row, 'from', 'seats'), mark.dayOrFirst(row, 'to', 'seats')];
    if (!position) mark.error(row, 'position', '请填写会内职务，例如：理事');
    if (!person) mark.error(row, 'person', '请填写姓名');
    if (!row.cells.from) mark.error(row, 'from', '请填写起始日期');
    if (from && to && to < from) mark.error(row, 'to', '终止日期在起始日期之前');
    if (level === 'ordinaryMember') mark.warn(row, 'position', 'seats', '普通会员没有理事席位，请核对会员级别');
    if (!title || !term) mark.warn(row, title ? 'term' : 'title', 'seats', `没有${title ? '届次' : '单位职务'}`);
    return from ? [{ position, person: normalisePersonName(person), title, term, from, to }] : [];
  });
}

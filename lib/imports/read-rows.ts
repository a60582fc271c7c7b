import 'server-only';
import { flagTexts } from '../copy/excel';
import { DomainError } from '../errors';
import type { CellFlag, Sheet } from '../excel/sheet';
import { groupBy } from '../group-by';
import { columnsOf, importSheets, type SheetKey } from './sheets';
import type { SourceRow } from './staged';

/**
 * A row of the workbook by column key, its letters and digits in half width, its punctuation as it was typed, and what the
 * workbook itself says against its cells.
 */
export type ImportRow = { sheet: SheetKey; row: number; cells: Record<string, string>; flags: { column: string; flag: CellFlag }[] };

const NEEDED: readonly SheetKey[] = ['companies'];

/**
 * Finds the sheets and columns of the template by their names, in whatever order they stand; others are left alone.
 * @throws DomainError `upload` when a sheet or column is missing that nothing works without
 */
export function readRows(sheets: readonly Sheet[]): ImportRow[] {
  return importSheets.flatMap(({ key, name }) => {
    const sheet = sheets.find((candidate) => candidate.name.trim() === name);
    if (!sheet && NEEDED.includes(key)) throw refusal(`工作簿里没有“${name}”这张表。请用本页下载的模板填写，不要改表名。`);
    return sheet ? rowsOf(key, name, sheet) : [];
  });
}

function rowsOf(key: SheetKey, name: string, { rows, flags }: Sheet): ImportRow[] {
  const [head = [], ...body] = rows;
  const places = columnsOf(key).map((column) => ({
    ...column,
    at: head.findIndex((heading) => tidy(heading).replace(/\*/g, '') === column.heading),
  }));
  const missing = places.filter(({ at }) => at < 0).map(({ heading }) => `“${heading}”`);
  if (missing.length === places.length || places.some(({ key: column, at }) => column === 'uscc' && at < 0)) {
    throw refusal(`“${name}”这张表的第一行没有${missing.join('、')}。请用本页下载的模板填写，不要改表头。`);
  }
  const flagged = groupBy(flags, ({ row }) => row);
  return body.flatMap((texts, index) => {
    const row = index + 2;
    const cells = Object.fromEntries(places.map(({ key: column, at }) => [column, at < 0 ? '' : tidy(texts[at] ?? '')]));
    if (Object.values(cells).every((text) => text === '')) return [];
    const found = (flagged.get(row) ?? []).flatMap(({ column, flag }) => {
      const place = places.find(({ at }) => at === column - 1);
      return place ? [{ column: place.key, flag }] : [];
    });
    return [{ sheet: key, row, cells, flags: found }];
  });
}

/** What a row says, in the order of the template's columns: how it is kept, and how it goes back. */
export function sourceOf({ sheet, row, cells }: ImportRow): SourceRow {
  return { sheet, row, texts: columnsOf(sheet).map(({ key }) => cells[key] ?? '') };
}

export function flagText(flag: CellFlag): string {
  return flagTexts[flag];
}

function tidy(text: string): string {
  return text
    .replace(/[^\p{P}\p{S}\p{No}]+/gu, (part) => part.normalize('NFKC'))
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function refusal(text: string): DomainError {
  return new DomainError('upload', { reason: 'template', text });
}

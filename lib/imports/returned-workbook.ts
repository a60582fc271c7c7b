import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import { type SheetToWrite, writeWorkbook } from '../excel/write-workbook';
import { groupBy } from './group-by';
import { columnsOf, importSheets, REASONS, type SheetKey } from './sheets';
import { type Problem, problemsSchema, type SourceRow, sourceRowsSchema } from './staged';
import { importColumns } from './template';

/**
 * Everything of the companies that go back, in the template's shape: their cells as they were read, those to be mended on a
 * coloured ground, the reasons in the last column. Mended, it is uploaded as it is. @throws DomainError `notFound`
 */
export async function returnedWorkbook(actor: Actor, importId: string): Promise<Buffer> {
  authorize(actor, 'import.view', null);
  const staged = await db().importCompany.findMany({
    where: { importId, outcome: 'refused' },
    orderBy: { position: 'asc' },
    select: { rows: true, problems: true },
  });
  if (!staged.length) throw new DomainError('notFound');
  const rows = staged.flatMap((company) => sourceRowsSchema.parse(company.rows));
  const problems = groupBy(
    staged.flatMap((company) => problemsSchema.parse(company.problems)),
    ({ sheet, row }) => `${sheet}:${row}`,
  );
  const sheets = await importColumns();
  return writeWorkbook(
    importSheets.map(({ key, name }) => sheetOf(key, sheets.find((sheet) => sheet.name === name)?.columns ?? [], rows, problems)),
  );
}

function sheetOf(
  key: SheetKey,
  columns: SheetToWrite['columns'],
  all: readonly SourceRow[],
  problems: ReadonlyMap<string, Problem[]>,
): SheetToWrite {
  const rows = all.filter(({ sheet }) => sheet === key);
  const places = columnsOf(key);
  const keys = places.map((column) => column.key);
  const marked = new Set<string>();
  const written = rows.map(({ row, texts }, y) => {
    const errors = (problems.get(`${key}:${row}`) ?? []).filter(({ severity }) => severity === 'error');
    for (const { column } of errors) marked.add(`${y}:${keys.indexOf(column)}`);
    return [...texts, errors.map(({ column, text }) => `${places[keys.indexOf(column)]?.heading ?? ''}：${text}`).join('；')];
  });
  return {
    name: importSheets.find((sheet) => sheet.key === key)?.name ?? key,
    columns: [...columns, { heading: REASONS, width: 60 }],
    rows: written,
    marked,
  };
}

import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import { type SheetToWrite, writeWorkbook } from '../excel/write-workbook';
import { columnsOf, importSheets, ORIGIN, REASONS, type SheetKey } from './sheets';
import { type Problem, problemsSchema, type SourceRow, sourceRowsSchema } from './staged';
import { importColumns } from './template';

/** A row with what is to be mended in it, and the other sheets of its company that have something too. */
type Returned = SourceRow & { errors: Problem[]; elsewhere: string[] };

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
  const rows = staged.flatMap((company) => returnedRows(sourceRowsSchema.parse(company.rows), problemsSchema.parse(company.problems)));
  const sheets = await importColumns();
  return writeWorkbook(
    importSheets.map(({ key, name }) => sheetOf(key, name, sheets.find((sheet) => sheet.name === name)?.columns ?? [], rows)),
  );
}

function returnedRows(rows: readonly SourceRow[], problems: readonly Problem[]): Returned[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = importSheets.filter(({ key }) => key !== 'companies' && errors.some(({ sheet }) => sheet === key));
  return rows.map((source) => ({
    ...source,
    errors: errors.filter(({ sheet, row }) => sheet === source.sheet && row === source.row),
    elsewhere: source.sheet === 'companies' ? others.map(({ name }) => name) : [],
  }));
}

function sheetOf(key: SheetKey, name: string, columns: SheetToWrite['columns'], all: readonly Returned[]): SheetToWrite {
  const rows = all.filter(({ sheet }) => sheet === key);
  const places = columnsOf(key);
  const at = (column: string) => places.findIndex((place) => place.key === column);
  const reasonsOf = ({ errors, elsewhere }: Returned) => [
    ...errors.map(({ column, text }) => `${places[at(column)]?.heading ?? ''}：${text}`),
    ...(elsewhere.length ? [`请看${elsewhere.map((sheet) => `“${sheet}”表`).join('、')}`] : []),
  ];
  return {
    name,
    columns: [...columns, { heading: ORIGIN, width: 8 }, { heading: REASONS, width: 60 }],
    rows: rows.map((row) => [...row.texts, String(row.row), reasonsOf(row).join('；')]),
    marked: new Set(rows.flatMap(({ errors }, y) => errors.map(({ column }) => `${y}:${at(column)}`))),
  };
}

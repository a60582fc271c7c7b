import 'server-only';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { asTextWithDropdowns } from './dropdowns';

export type Column = {
  heading: string;
  /** In characters of the default font; a Chinese one takes two. */
  width: number;
  /** What may be chosen in the cells below. Something else may be typed too: Excel asks once. */
  choices?: readonly string[];
};

/** A text, a whole number, or an amount of money: yuan with two decimals, which Excel can add up. */
export type Cell = string | number | { fen: number };

export type SheetToWrite = {
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Cells to point at, as `row:column` counted from 0 below the heading. */
  marked?: ReadonlySet<string>;
};

const CHOICES = '选项';
const TEXT = { type: String, format: '@' } as const;
const HEAD = { ...TEXT, fontWeight: 'bold', backgroundColor: '#E9EEF3', wrap: true, alignVertical: 'top' } as const;
const MARKED = { backgroundColor: '#FDE8D8' } as const;

/**
 * An xlsx workbook: per sheet a heading row that stays in view, and below it texts and numbers, so that nothing in it is ever
 * a formula. The columns of texts are text also where they are empty, so that a credit code or a phone typed later keeps its
 * digits; those of numbers are not, so that a sum can be typed below. The lists of the dropdowns stand on a last sheet, 选项.
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const lists = sheets.flatMap(({ columns }) => columns.flatMap(({ choices }) => (choices?.length ? [choices] : [])));
  const written = sheets.map((sheet) => ({
    data: [sheet.columns.map(({ heading }) => ({ ...HEAD, value: heading })), ...body(sheet)],
    sheet: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }));
  const last = { data: sideBySide(lists), sheet: CHOICES, columns: lists.map(() => ({ width: 24 })) };
  const features = [
    asTextWithDropdowns(sheets.map((sheet) => ({ texts: textColumns(sheet), dropdowns: dropdowns(sheet.columns, lists) }))),
  ];
  return writeXlsxFile(lists.length ? [...written, last] : written, { features }).toBuffer();
}

function body({ columns, rows, marked }: SheetToWrite): Row[] {
  const filled = rows.map((row, y) => columns.map((_, x) => ({ ...written(row[x] ?? ''), ...(marked?.has(`${y}:${x}`) && MARKED) })));
  return filled.length ? filled : [columns.map(() => ({ ...TEXT, value: '' }))];
}

function written(cell: Cell) {
  if (typeof cell === 'string') return { ...TEXT, value: cell };
  if (typeof cell === 'number') return { type: Number, value: cell };
  return { type: Number, format: '#,##0.00', value: cell.fen / 100 };
}

/** Which columns, counted from 0, hold texts. */
function textColumns({ columns, rows }: SheetToWrite): Set<number> {
  return new Set([...columns.keys()].filter((x) => typeof (rows[0]?.[x] ?? '') === 'string'));
}

function dropdowns(columns: readonly Column[], lists: readonly (readonly string[])[]) {
  return columns.flatMap(({ choices }, column) =>
    choices?.length ? [{ column, choices: { sheet: CHOICES, column: lists.indexOf(choices), count: choices.length } }] : [],
  );
}

function sideBySide(lists: readonly (readonly string[])[]): Row[] {
  const length = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length }, (_, row) => lists.map((list) => (row < list.length ? { ...TEXT, value: list[row] ?? '' } : null)));
}

import 'server-only';
import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import { flagTexts } from '../copy/excel';
import { type StatementRefusal, statementRefusals } from '../copy/statements';
import type { Day } from '../days';
import { DomainError } from '../errors';
import { dayOfText } from '../excel/day-text';
import { readWorkbook } from '../excel/read-workbook';
import type { FlaggedCell, Sheet } from '../excel/sheet';
import { formatFen, MOST_FEN, parseYuan } from '../money';
import { plainText } from '../plain-text.mjs';
import { findHeading, type Mapping, plainHeading } from './mapping';

export const MAX_STATEMENT_BYTES = 10 * 1024 * 1024;
const MAX_ROWS = 20_000;
/** Sums and notes below the rows have fewer. */
const LEAST_CELLS = 3;
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A statement as a table: its headings, the rows below, and a name for the layout that every file of it shares. */
export type StatementTable = { heading: string[]; rows: string[][]; firstRow: number; flags: FlaggedCell[]; layout: string };

export type StatementRow = {
  paidOn: Day;
  amountFen: number;
  payerName: string;
  payerAccount: string;
  memo: string;
  serial: string;
  /** The same row of the same account always has the same; a statement that overlaps an earlier one adds nothing. */
  hash: string;
};

/** `row` counts as the program that shows the file does, from 1. */
export type StatementFault = { row: number; text: string };

/**
 * The table of a bank's statement, an xlsx workbook or CSV in UTF-8 or GBK.
 * @throws DomainError `upload` in words when it is neither, too large, or has no row of headings that a statement has
 */
export async function readStatementTable(bytes: Buffer): Promise<StatementTable> {
  const isWorkbook = bytes.subarray(0, 4).equals(ZIP) || bytes.subarray(0, 4).equals(COMPOUND);
  const sheets: Pick<Sheet, 'rows' | 'flags'>[] = isWorkbook
    ? await readWorkbook(bytes, { maxRows: MAX_ROWS })
    : [{ rows: readCsv(bytes), flags: [] }];
  for (const { rows, flags } of sheets) {
    const at = findHeading(rows);
    if (at === null) continue;
    const heading = rows[at] ?? [];
    const layout = createHash('sha256').update(heading.map(plainHeading).join('|')).digest('hex').slice(0, 32);
    return { heading, rows: rows.slice(at + 1), firstRow: at + 2, flags, layout };
  }
  throw refusal('noHeading');
}

/** The rows of money that came in, those that cannot be read with the reason, and how many were money going out. */
export function readRows(
  { rows, firstRow, flags }: StatementTable,
  mapping: Mapping,
): { rows: StatementRow[]; faults: StatementFault[]; outgoing: number } {
  const read: StatementRow[] = [];
  const faults: StatementFault[] = [];
  const seen = new Map<string, number>();
  const used = usedColumns(mapping);
  const flagged = new Map(flags.filter(({ column }) => used.includes(column - 1)).map(({ row, flag }) => [row, flag]));
  let outgoing = 0;
  for (const [index, cells] of rows.entries()) {
    const row = firstRow + index;
    const at = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim());
    const flag = flagged.get(row);
    if (flag && cells.filter(Boolean).length >= LEAST_CELLS) {
      faults.push({ row, text: `${flagTexts[flag]}。` });
      continue;
    }
    if (isNoise(cells, at(mapping.paidOn))) continue;
    const amountFen = creditOf(at, mapping);
    if (amountFen === null) faults.push({ row, text: '金额读不出来，请核对这一行。' });
    else if (amountFen <= 0) outgoing++;
    else if (amountFen > MOST_FEN) faults.push({ row, text: `金额超过了 ${formatFen(MOST_FEN)}，不会是会费，没有导入。` });
    else {
      const paidOn = dayOfText(at(mapping.paidOn));
      if (paidOn) read.push(hashed({ ...factsOf(at, mapping), paidOn, amountFen }, seen));
      else faults.push({ row, text: `交易日期“${at(mapping.paidOn)}”读不出来，请核对这一行。` });
    }
  }
  return { rows: read, faults, outgoing };
}

// Sums and notes below the rows have no date.
function isNoise(cells: readonly string[], paidOn: string): boolean {
  return !/\d/.test(paidOn) || cells.filter(Boolean).length < LEAST_CELLS;
}

function usedColumns({ memo, ...columns }: Mapping): number[] {
  return [...Object.values(columns).filter((column) => column !== null), ...memo];
}

/** Money that came in, positive; 0 or less for money going out; null when the cell is no amount. */
function creditOf(at: (column: number | null) => string, { credit, amount, direction }: Mapping): number | null {
  if (credit !== null) {
    const text = at(credit);
    return text === '' || /^[-—]$/.test(text) ? 0 : signedYuan(text);
  }
  const fen = signedYuan(at(amount));
  return fen !== null && direction !== null && /^(借|支|付|出|D$|DR|往账)/i.test(at(direction)) ? -Math.abs(fen) : fen;
}

function signedYuan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/^\+/, '');
  const fen = parseYuan(plain.replace(/^-/, ''));
  return fen !== null && plain.startsWith('-') ? -fen : fen;
}

function factsOf(at: (column: number | null) => string, mapping: Mapping) {
  const memo = [...new Set(mapping.memo.map((column) => at(column)).filter(Boolean))].join(' ');
  return {
    payerName: at(mapping.payerName).normalize('NFKC').slice(0, 100),
    payerAccount: at(mapping.payerAccount).replace(/[\s-]/g, '').slice(0, 40),
    memo: memo.slice(0, 300),
    serial: at(mapping.serial).replace(/\s/g, '').slice(0, 60),
  };
}

// Two transfers of a day may look alike in everything; they are told apart by which of them it is.
function hashed(row: Omit<StatementRow, 'hash'>, seen: Map<string, number>): StatementRow {
  const key = [row.paidOn, row.amountFen, row.payerName, row.payerAccount, row.serial, row.memo].join('|');
  const turn = (seen.get(key) ?? 0) + 1;
  seen.set(key, turn);
  return { ...row, hash: createHash('sha256').update(`${key}|${turn}`).digest('hex') };
}

function readCsv(bytes: Buffer): string[][] {
  if (!bytes.length) throw refusal('nothing');
  if (bytes.length > MAX_STATEMENT_BYTES) throw refusal('tooLong');
  const text = decode(bytes);
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: false,
    });
    if (rows.length > MAX_ROWS) throw refusal('tooManyLines');
    // Some banks write numbers as ="6222…" or with a tab, so that Excel leaves them alone.
    return rows.map((cells) => cells.map((cell) => plainText(cell.replace(/^="?|"$|\t/g, '')).trim()));
  } catch (error) {
    if (error instanceof CsvError) throw refusal('csv');
    throw error;
  }
}

function decode(bytes: Buffer): string {
  if (bytes.includes(0)) throw refusal('other');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const sample = text.slice(0, 4000);
  const count = (delimiter: string) => sample.split(delimiter).length;
  return [',', '\t', '|', ';'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function refusal(reason: StatementRefusal): DomainError {
  return new DomainError('upload', { reason, text: statementRefusals[reason] });
}

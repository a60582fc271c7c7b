import type * as z from 'zod/mini';
import { type Day, formatDay } from '../days';
import { dayOfText, firstDayOfText } from '../excel/day-text';
import type { IncompleteItem } from '../members/incomplete';
import { formatFen, MOST_FEN, parseYuan } from '../money';
import { flagText, type ImportRow } from './read-rows';
import type { Problem } from './staged';

/** Collects what is wrong with one company's cells while they are read. */
export function marker() {
  const problems: Problem[] = [];
  const incomplete = new Set<IncompleteItem>();

  const error = ({ sheet, row }: Place, column: string, text: string) => {
    if (!problems.some((known) => known.sheet === sheet && known.row === row && known.column === column && known.severity === 'error')) {
      problems.push({ sheet, row, column, severity: 'error', text });
    }
  };
  const warn = ({ sheet, row }: Place, column: string, item: IncompleteItem, text: string) => {
    problems.push({ sheet, row, column, severity: 'warning', text });
    incomplete.add(item);
  };

  const day = (row: ImportRow, column: string): Day | null => {
    const text = row.cells[column] ?? '';
    if (!text) return null;
    const found = dayOfText(text);
    if (found && isPossible(found)) return found;
    error(row, column, `“${text}”不是日期，请写成 2015-06-01 的样子`);
    return null;
  };

  return {
    problems,
    incomplete,
    error,
    warn,
    /** The cells that the workbook itself does not know the content of. */
    flags(rows: readonly ImportRow[]) {
      for (const row of rows) for (const { column, flag } of row.flags) error(row, column, flagText(flag));
    },
    /** The text by a rule of lib/fields; its words, and what `more` there is to say, are the error's. */
    field(row: ImportRow, column: string, rule: z.ZodMiniType<string>, more = ''): string {
      const parsed = rule.safeParse(row.cells[column] ?? '');
      if (parsed.success) return parsed.data;
      error(row, column, `${parsed.error.issues[0]?.message ?? '请核对'}${more}`);
      return '';
    },
    /** The same where a gap or a mistake only leaves something to be completed: what was typed is kept until then. */
    softField(row: ImportRow, column: string, item: IncompleteItem, rule: z.ZodMiniType<string>, more = ''): string {
      const text = row.cells[column] ?? '';
      const parsed = rule.safeParse(text);
      if (parsed.success) return parsed.data;
      warn(row, column, item, `${parsed.error.issues[0]?.message ?? '请核对'}${more}`);
      return text;
    },
    /** Null when the cell is empty or no day; the latter is an error. */
    day,
    /** The same; a month or a year alone counts from its first day, which is to be looked at. */
    dayOrFirst(row: ImportRow, column: string, item: IncompleteItem): Day | null {
      const text = row.cells[column] ?? '';
      const first = firstDayOfText(text);
      if (!first || !isPossible(first)) return day(row, column);
      warn(row, column, item, `“${text}”没有写明哪一天，按${formatDay(first)}导入，请核对`);
      return first;
    },
    /** In fen; null when the cell is empty or no amount. */
    yuan(row: ImportRow, column: string): number | null {
      const text = row.cells[column] ?? '';
      if (!text) return null;
      const fen = parseYuan(text);
      if (fen === null) error(row, column, `“${text}”不是金额，请写成 3000 或 3000.00`);
      else if (fen > MOST_FEN) error(row, column, `“${text}”超过了 ${formatFen(MOST_FEN)}，请核对`);
      return fen;
    },
  };
}

function isPossible(day: Day): boolean {
  return day >= '1949-10-01' && day <= '2099-12-31';
}

type Place = Pick<ImportRow, 'sheet' | 'row'>;
export type Marker = ReturnType<typeof marker>;

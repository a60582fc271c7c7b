import 'server-only';
import { flagTexts } from '../copy/excel';
import { DomainError } from '../errors';
import type { Sheet } from '../excel/sheet';
import type { SettingValue } from '../settings/settings';
import { type ImportField, importFields } from './import-columns';

/** A line of the workbook by field; `problems` is what the workbook itself says against its cells. */
export type ReceiptLineRead = { row: number; cells: Record<ImportField, string>; problems: string[] };

/** Headings stand within the first rows: platforms put a title above them. */
const HEADING_WITHIN = 10;
const ISSUED: readonly ImportField[] = ['code', 'number', 'checkCode', 'issuedOn'];

/**
 * The lines of a workbook of issued receipts, under our headings, the platform's or those of the export's setting. A line on
 * which nothing of a receipt stands yet is left out: the template has one for each that is to be issued.
 * @throws DomainError `upload` when a column is missing, or no line is there
 */
export function readLines(sheets: readonly Sheet[], { columns }: Pick<SettingValue<'receipts'>, 'columns'>): ReceiptLineRead[] {
  for (const sheet of sheets) {
    const at = sheet.rows.slice(0, HEADING_WITHIN).findIndex((row) => row.some((text) => fieldOf(text, columns) === 'number'));
    if (at < 0) continue;
    const lines = linesOf(sheet, at, columns);
    if (!lines.length) throw refusal('工作簿里还没有填写票据，请填写后再上传。');
    return lines;
  }
  throw refusal('没有找到“票据号码”这一列。请用本页下载的模板，或开票平台导出的已开票据清单。');
}

type Columns = SettingValue<'receipts'>['columns'];

function linesOf({ rows, flags }: Sheet, at: number, columns: Columns): ReceiptLineRead[] {
  const heading = rows[at] ?? [];
  const places = new Map(importFields.map(({ field }) => [field, heading.findIndex((text) => fieldOf(text, columns) === field)]));
  const missing = importFields.filter(({ field, required }) => required && (places.get(field) ?? -1) < 0);
  if (missing.length) throw refusal(`工作簿里没有${missing.map((each) => `“${each.heading}”`).join('、')}这一列，请补上后再上传。`);
  return rows.slice(at + 1).flatMap((texts, index) => {
    const row = at + index + 2;
    const of = (field: ImportField) => tidy(texts[places.get(field) ?? -1] ?? '');
    if (ISSUED.every((field) => of(field) === '')) return [];
    const problems = importFields.flatMap(({ field, heading: name }) => {
      const flagged = flags.find((flag) => flag.row === row && flag.column - 1 === places.get(field));
      return flagged ? [`${name}：${flagTexts[flagged.flag]}`] : [];
    });
    return [{ row, cells: cellsOf(of), problems }];
  });
}

function cellsOf(of: (field: ImportField) => string): ReceiptLineRead['cells'] {
  return {
    ...{ reference: of('reference'), titleUscc: of('titleUscc'), years: of('years'), titleName: of('titleName'), amount: of('amount') },
    ...{ code: of('code'), number: of('number'), checkCode: of('checkCode'), issuedOn: of('issuedOn') },
  };
}

function fieldOf(text: string, columns: Columns): ImportField | null {
  const heading = tidy(text).replace(/[*\s]/g, '');
  if (!heading) return null;
  const set = columns.find((column) => column.heading.replace(/\s/g, '') === heading)?.content;
  const own = importFields.find(({ heading: name, also }) => [name, ...also].some((each) => tidy(each) === heading));
  return own?.field ?? importFields.find(({ content }) => content && content === set)?.field ?? null;
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim();
}

function refusal(text: string): DomainError {
  return new DomainError('upload', { reason: 'template', text });
}

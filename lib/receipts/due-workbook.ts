import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { type Column, writeWorkbook } from '../excel/write-workbook';
import { formatAmount } from '../money';
import { getSetting } from '../settings/get-setting';
import { type ExportContent, yearsText } from './export-columns';
import { importFields } from './import-columns';
import { type DueView, viewer } from './list-due';
import { selectDue } from './select-due';

/** 待开票 as the issuing platform reads it: its columns, in its order (设置 - 电子票据). Every cell is a text. */
export async function dueWorkbook(actor: Actor): Promise<Buffer> {
  authorize(actor, 'receipt.list', null);
  const [rows, { columns }] = await Promise.all([listAll(), getSetting('receipts')]);
  return writeWorkbook([
    {
      name: '待开票',
      columns: columns.map(({ heading, content }) => ({ heading, width: WIDTHS[content] ?? 16 })),
      rows: rows.map((due) => columns.map(({ content, fixed }) => (content === 'fixed' ? fixed : textOf(due, content)))),
    },
  ]);
}

/** The workbook of 批量登记, with a line for each receipt that is to be issued: what is on it is to be filled in. */
export async function receiptsTemplate(actor: Actor): Promise<Buffer> {
  authorize(actor, 'receipt.list', null);
  const rows = await listAll();
  return writeWorkbook([
    {
      name: '已开票据',
      columns: importFields.map(({ heading, width }): Column => ({ heading, width })),
      rows: rows.map((due) => importFields.map(({ content }) => (content ? textOf(due, content) : ''))),
    },
  ]);
}

const WIDTHS: Partial<Record<ExportContent, number>> = { titleName: 40, titleUscc: 24, item: 26, email: 28, payer: 40 };

async function listAll(): Promise<DueView[]> {
  const [due, view] = await Promise.all([selectDue(), viewer()]);
  return due.map(view);
}

function textOf(due: DueView, content: Exclude<ExportContent, 'fixed'>): string {
  if (content === 'amount') return formatAmount(due.amountFen).replaceAll(',', '');
  return content === 'years' ? yearsText(due.years) : due[content];
}

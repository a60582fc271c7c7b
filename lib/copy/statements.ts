import type { BankRowState } from '../generated/prisma/enums';
import type { StatementField } from '../statements/mapping';
import type { Tone } from './applications';
import { workbookRefusals } from './excel';

export const statementRefusals = {
  noHeading: '没有找到对账单的标题行（要有交易日期和金额）。请上传银行导出的明细，不要删改标题行。',
  nothing: '这个文件是空的，请重新选择。',
  tooLong: '对账单不能超过 10 MB，请分成几个文件。',
  tooManyLines: '对账单不能超过 20000 行，请分成几个文件。',
  csv: '这个文件不是能读的 CSV，请用银行导出的原文件，或另存为 .xlsx 再传。',
  other: '这不是对账单。请上传银行导出的 .xlsx 或 .csv 文件。',
  cut: '文件没有传完整，可能是网络中断了，请重新上传。',
} as const;

export type StatementRefusal = keyof typeof statementRefusals;

/** Why an upload was refused, by the name in the page's address. */
export const statementUploadTexts = { ...workbookRefusals, ...statementRefusals };

export const bankRowStateLabels: Record<BankRowState, { text: string; tone: Tone }> = {
  open: { text: '未匹配', tone: 'warn' },
  settled: { text: '已匹配', tone: 'ok' },
  ignored: { text: '已忽略', tone: 'plain' },
};

export const statementFieldLabels: Record<StatementField, string> = {
  paidOn: '交易日期',
  credit: '贷方（收入）金额',
  amount: '交易金额',
  direction: '借贷方向',
  payerName: '付款户名',
  payerAccount: '付款账号',
  memo: '附言、用途、摘要',
  serial: '流水号',
};

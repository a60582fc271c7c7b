import type { ReceiptImportState, ReceiptRequestKind, ReceiptRequestState, ReceiptState } from '../generated/prisma/enums';
import type { ExportContent } from '../receipts/export-columns';
import type { ReceiptEventName, ReceiptImportEvent, RequestEventName } from '../receipts/states';
import type { Tone } from './applications';
import { workbookRefusals } from './excel';

export const receiptStateLabels: Record<ReceiptState, { text: string; tone: Tone }> = {
  issued: { text: '有效', tone: 'ok' },
  reversed: { text: '已冲红', tone: 'plain' },
};

export const receiptEventLabels: Record<ReceiptEventName | 'issue', string> = { issue: '登记电子票据', reverse: '冲红' };

export const requestEventLabels: Record<RequestEventName, string> = { answer: '答复', decline: '不能换开', fulfil: '冲红' };

export const receiptImportEventLabels: Record<ReceiptImportEvent, string> = {
  finish: '检查完毕',
  fail: '没有读成',
  commit: '登记全部',
  discard: '放弃',
};

export const requestKindLabels: Record<ReceiptRequestKind, string> = { notReceived: '未收到', reissue: '换开' };

export const requestStateLabels: Record<ReceiptRequestState, { text: string; tone: Tone }> = {
  open: { text: '等待协会答复', tone: 'info' },
  answered: { text: '已答复', tone: 'ok' },
  declined: { text: '没有换开', tone: 'warn' },
  fulfilled: { text: '已冲红，重新开票', tone: 'ok' },
};

export const receiptImportLabels: Record<ReceiptImportState, { text: string; tone: Tone }> = {
  reading: { text: '正在检查', tone: 'info' },
  ready: { text: '待登记', tone: 'warn' },
  failed: { text: '没有读成', tone: 'bad' },
  committed: { text: '已登记', tone: 'ok' },
  discarded: { text: '已放弃', tone: 'plain' },
};

/** The fields of 登记票据, by the names in the form. */
export const receiptFieldLabels = {
  code: '票据代码',
  number: '票据号码',
  checkCode: '校验码',
  issuedOn: '开票日期',
  amount: '金额（元）',
  titleName: '抬头（交款人）',
  titleUscc: '税号（信用代码）',
  chargeIds: '交费年度',
  fileId: '票据 PDF',
} as const;

export const reversalLabels = { redCode: '红字票据代码', redNumber: '红字票据号码', reversedOn: '冲红日期', reason: '冲红原因' } as const;

/** What a column of the export holds. */
export const exportContentLabels: Record<ExportContent, string> = {
  reference: '业务编号',
  titleName: '抬头（交款人）',
  titleUscc: '税号（信用代码）',
  item: '项目',
  years: '交费年度',
  amount: '金额',
  email: '电子邮箱',
  mobile: '手机号',
  person: '交费人',
  payer: '汇款户名',
  dueOn: '票据期限',
  fixed: '固定内容',
};

/** Why an upload was refused at once, by the name in the page's address. */
export const receiptUploadTexts = {
  ...workbookRefusals,
  empty: '请先选择填好的工作簿。',
  pdfsTooLarge: '票据 PDF 的压缩包不能超过 200 MB，请分几次导入。',
  cut: '文件没有传完整，可能是网络中断了，请重新上传。',
};

/** 全国财政电子票据查验平台, where anybody can check a receipt by its five fields. */
export const VERIFICATION_SITE = 'https://pjcy.mof.gov.cn';

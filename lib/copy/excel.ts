import type { CellFlag } from '../excel/sheet';

/** Why a workbook is not taken, and what to do instead. */
export const workbookRefusals = {
  empty: '这个文件是空的，请重新选择。',
  type: '这不是 Excel 工作簿（.xlsx）。请在 Excel 或 WPS 里另存为“Excel 工作簿 (*.xlsx)”后再传。',
  locked: '这是旧格式（.xls）或设了密码的工作簿。请去掉密码，另存为“Excel 工作簿 (*.xlsx)”后再传。',
  tooLarge: '工作簿不能超过 10 MB，请分成几个文件。',
  inflated: '这个工作簿解开后太大（超过 200 MB），不能接收。请只保留需要的工作表，另存后再传。',
  tooManyRows: '这个工作簿的行数太多，请分成几个文件。',
  damaged: '这个工作簿打不开，可能已损坏。请在 Excel 或 WPS 里打开，另存为新的 .xlsx 后再传。',
  slow: '这个工作簿处理太久，请分成几个文件。',
} as const;

export type WorkbookRefusal = keyof typeof workbookRefusals;

/** What is wrong with a cell before anybody looks at what it means. */
export const flagTexts: Record<CellFlag, string> = {
  precision: '这一格是数字格式，末尾几位已经丢失。请将单元格设为文本，重新填写',
  noValue: '这一格是没有算出结果的公式。请复制后选择性粘贴为“数值”',
  fault: '这一格的公式出错了。请填写真正的内容',
  merged: '这一格被合并了，读不到内容。请取消合并，每格都填写',
};

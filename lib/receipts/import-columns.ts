import type { ExportContent } from './export-columns';

export type ImportField = 'reference' | 'titleUscc' | 'years' | 'titleName' | 'amount' | 'code' | 'number' | 'checkCode' | 'issuedOn';

type FieldRow = {
  field: ImportField;
  heading: string;
  width: number;
  /** What the template holds already, of a receipt that is to be issued. */
  content?: Exclude<ExportContent, 'fixed'>;
  /** Other headings of the same, as platforms call it. */
  also: readonly string[];
  required?: true;
};

/** The columns of a workbook of issued receipts, each under the headings that it may have. */
export const importFields: readonly FieldRow[] = [
  { field: 'reference', heading: '业务编号', width: 16, content: 'reference', also: ['业务流水号', '业务单号', '编号'] },
  {
    field: 'titleUscc',
    heading: '税号',
    width: 24,
    content: 'titleUscc',
    also: ['统一社会信用代码', '信用代码', '交款人统一社会信用代码', '交款人信用代码'],
  },
  { field: 'years', heading: '交费年度', width: 12, content: 'years', also: ['年度'] },
  { field: 'titleName', heading: '抬头', width: 40, content: 'titleName', also: ['交款人', '交款人全称', '交款人名称', '单位名称'] },
  {
    field: 'amount',
    heading: '金额',
    width: 12,
    content: 'amount',
    also: ['票据金额', '总金额', '金额（元）', '金额(元)', '开票金额'],
    required: true,
  },
  { field: 'code', heading: '票据代码', width: 14, also: ['电子票据代码'], required: true },
  { field: 'number', heading: '票据号码', width: 16, also: ['电子票据号码', '票号'], required: true },
  { field: 'checkCode', heading: '校验码', width: 12, also: ['电子票据校验码', '票据校验码'], required: true },
  { field: 'issuedOn', heading: '开票日期', width: 14, also: ['开具日期', '开票时间'], required: true },
];

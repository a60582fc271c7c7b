import { levelLabels } from '../copy/dues';
import { memberStateLabels } from '../copy/members';
import type { DictionaryKind } from '../dictionaries/queries';

export type ImportColumn = {
  key: string;
  heading: string;
  width: number;
  choices?: readonly string[];
  /** The dictionary whose words may be chosen. */
  dictionary?: DictionaryKind | 'province';
};

const code: ImportColumn = { key: 'uscc', heading: '信用代码', width: 22 };
const level = { heading: '会员级别', width: 16, choices: Object.values(levelLabels) };
const column = (key: string, heading: string, width = 14): ImportColumn => ({ key, heading, width });
const listed = (key: DictionaryKind, heading: string, width = 16): ImportColumn => ({ key, heading, width, dictionary: key });

/** The workbook of the old system: every sheet names its company by the credit code. */
export const importSheets = [
  {
    key: 'companies',
    name: '企业',
    columns: [
      code,
      column('name', '企业名称', 36),
      column('number', '会员编号'),
      { key: 'level', ...level },
      column('joinedOn', '入会日期'),
      { ...column('state', '会员状态', 10), choices: Object.values(memberStateLabels).map(({ text }) => text) },
      listed('industry', '所属行业'),
      listed('field', '所属领域'),
      { ...column('province', '所在省'), dictionary: 'province' },
      column('city', '所在市'),
      column('address', '通讯地址', 40),
      column('postcode', '邮编', 10),
      column('legalRepresentative', '法定代表人'),
      listed('companyType', '企业类型'),
      listed('affiliation', '所属系统'),
      column('profile', '企业基本情况', 40),
      column('qualifications', '特级资质', 30),
    ],
  },
  {
    key: 'liaisons',
    name: '联络员',
    columns: [
      code,
      { ...column('order', '联络类型', 12), choices: ['第一联络员', '第二联络员'] },
      column('name', '姓名', 12),
      column('department', '部门', 16),
      column('title', '职务'),
      column('mobile', '手机', 16),
      column('email', '邮箱', 26),
    ],
  },
  {
    key: 'levels',
    name: '级别',
    columns: [code, { key: 'level', ...level }, column('from', '起始日期'), column('to', '终止日期'), column('resolution', '决议', 30)],
  },
  {
    key: 'seats',
    name: '理事',
    columns: [
      code,
      column('position', '会内职务', 16),
      column('person', '姓名', 12),
      column('title', '单位职务', 16),
      column('term', '届次', 12),
      column('from', '起始日期'),
      column('to', '终止日期'),
    ],
  },
  { key: 'names', name: '曾用名', columns: [code, column('name', '曾用名', 36), column('from', '起用日期'), column('to', '停用日期')] },
  {
    key: 'dues',
    name: '会费与票据',
    columns: [
      code,
      column('year', '年度', 8),
      { key: 'level', ...level },
      column('amount', '应交金额'),
      column('paid', '实交金额'),
      column('paidOn', '交费日期'),
      column('waived', '免交原因', 20),
      column('receiptCode', '票据代码'),
      column('receiptNumber', '票据号码'),
      column('checkCode', '校验码', 10),
      column('issuedOn', '开票日期'),
      column('receiptAmount', '票据金额'),
    ],
  },
] as const satisfies readonly { key: string; name: string; columns: readonly ImportColumn[] }[];

export type ImportSheet = (typeof importSheets)[number];
export type SheetKey = ImportSheet['key'];
/** The heading of the column in which rows come back with what is to be mended; ignored when it comes in again. */
export const REASONS = '需要修改';

export function columnsOf(key: SheetKey): readonly ImportColumn[] {
  return importSheets.find((sheet) => sheet.key === key)?.columns ?? [];
}

import { levelLabels } from '../copy/dues';
import { memberStateLabels } from '../copy/members';
import type { DictionaryKind } from '../dictionaries/queries';

export type ImportColumn = {
  key: string;
  heading: string;
  width: number;
  /** Without it the company goes back. */
  required?: true;
  /** How it is filled in, where the heading does not say so. */
  how?: string;
  choices?: readonly string[];
  /** The dictionary whose words may be chosen. */
  dictionary?: DictionaryKind | 'province';
};

const code: ImportColumn = { key: 'uscc', heading: '信用代码', width: 22, required: true, how: '18 位，例如 91110000600001760P' };
const level = { key: 'level', heading: '会员级别', width: 16, choices: Object.values(levelLabels) };
const DAY = '例如 2015-06-01';
const column = (key: string, heading: string, { width = 14, how = '' } = {}): ImportColumn => ({ key, heading, width, how });
const needed = (key: string, heading: string, given: { width?: number; how?: string } = {}): ImportColumn => ({
  ...column(key, heading, given),
  required: true,
});
const listed = (key: DictionaryKind, heading: string): ImportColumn => ({
  ...column(key, heading, { width: 16, how: '从下拉选项中选；没有的词，上传后可以对应到已有的或新增' }),
  dictionary: key,
});

/** The workbook of the old system: every sheet names its company by the credit code. */
export const importSheets = [
  {
    key: 'companies',
    name: '企业',
    columns: [
      code,
      needed('name', '企业名称', { width: 36, how: '营业执照上的全称' }),
      column('number', '会员编号', { how: '没有的，导入时按入会年份自动编号' }),
      { ...level, required: true, how: '现在的级别' },
      needed('joinedOn', '入会日期', { how: `${DAY}；只知道年月的写 2015-06` }),
      {
        ...column('state', '会员状态', { width: 10, how: '不填为正常' }),
        choices: Object.values(memberStateLabels).map(({ text }) => text),
      },
      listed('industry', '所属行业'),
      listed('field', '所属领域'),
      { ...column('province', '所在省', { how: '例如 江苏省' }), dictionary: 'province' },
      column('city', '所在市', { how: '例如 南京市' }),
      column('address', '通讯地址', { width: 40 }),
      column('postcode', '邮编', { width: 10, how: '6 位数字' }),
      column('legalRepresentative', '法定代表人'),
      listed('companyType', '企业类型'),
      listed('affiliation', '所属系统'),
      column('profile', '企业基本情况', { width: 40, how: '400 字以内' }),
      column('qualifications', '特级资质', { width: 30, how: '几项之间用顿号分开；没有的填“无”' }),
    ],
  },
  {
    key: 'liaisons',
    name: '联络员',
    columns: [
      code,
      {
        ...column('order', '联络类型', { width: 12, how: '第一、第二联络员各一名；不填为第一联络员' }),
        choices: ['第一联络员', '第二联络员'],
      },
      needed('name', '姓名', { width: 12 }),
      column('department', '部门', { width: 16 }),
      column('title', '职务'),
      column('mobile', '手机', { width: 16, how: '11 位，首次登录时用它收验证码；没有的，不导入这名联络员' }),
      column('email', '邮箱', { width: 26 }),
    ],
  },
  {
    key: 'levels',
    name: '级别',
    columns: [
      code,
      { ...level, required: true, how: '级别变过的才填这张表，每段一行；没有填的，现在的级别从入会之日起' },
      needed('from', '起始日期', { how: DAY }),
      column('to', '终止日期', { how: '最后一段不填' }),
      column('resolution', '决议', { width: 30 }),
    ],
  },
  {
    key: 'seats',
    name: '理事',
    columns: [
      code,
      needed('position', '会内职务', { width: 16, how: '例如 理事' }),
      needed('person', '姓名', { width: 12 }),
      column('title', '单位职务', { width: 16, how: '例如 总经理' }),
      column('term', '届次', { width: 12, how: '例如 第六届' }),
      needed('from', '起始日期', { how: DAY }),
      column('to', '终止日期', { how: '在任的不填' }),
    ],
  },
  {
    key: 'names',
    name: '曾用名',
    columns: [
      code,
      needed('name', '曾用名', { width: 36 }),
      column('from', '起用日期', { how: DAY }),
      column('to', '停用日期', { how: DAY }),
    ],
  },
  {
    key: 'dues',
    name: '会费与票据',
    columns: [
      code,
      needed('year', '年度', { width: 8, how: '每年一行，例如 2024' }),
      { ...level, how: '不填按那一年的级别' },
      column('amount', '应交金额', { how: '元；不填按那一年的会费标准' }),
      column('paid', '实交金额', { how: '元；没有交的不填' }),
      column('paidOn', '交费日期', { how: DAY }),
      column('waived', '免交原因', { width: 20, how: '免交的才填，同时不填实交金额' }),
      column('receiptCode', '票据代码', { how: '与票据号码一起填' }),
      column('receiptNumber', '票据号码', { how: '与票据代码一起填' }),
      column('checkCode', '校验码', { width: 10 }),
      column('issuedOn', '开票日期', { how: '不填按交费日期' }),
      column('receiptAmount', '票据金额', { how: '元；不填按实交金额' }),
    ],
  },
] as const satisfies readonly { key: string; name: string; columns: readonly ImportColumn[] }[];

export type ImportSheet = (typeof importSheets)[number];
export type SheetKey = ImportSheet['key'];
/** Behind the columns of rows that come back: where each stood, and what is to be mended. Ignored when they come in again. */
export const ORIGIN = '原行号';
export const REASONS = '需要修改';

export function columnsOf(key: SheetKey): readonly ImportColumn[] {
  return importSheets.find((sheet) => sheet.key === key)?.columns ?? [];
}

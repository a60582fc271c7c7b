/** What a list of members can show besides the name, in the table's order; the export has the same. */
export const memberColumns = {
  number: '会员编号',
  uscc: '信用代码',
  level: '会员级别',
  state: '会员状态',
  dues: '会费情况',
  joinedOn: '入会日期',
  province: '所在省',
  city: '所在市',
  industry: '所属行业',
  field: '所属领域',
  companyType: '企业类型',
  affiliation: '所属系统',
  legalRepresentative: '法定代表人',
  address: '通讯地址',
  postcode: '邮编',
  qualifications: '特级资质',
  liaison: '第一联络员',
  mobile: '联络员手机',
  email: '联络员邮箱',
  formerNames: '曾用名',
  incomplete: '待完善',
} as const;

export type ColumnKey = keyof typeof memberColumns;

export const columnKeys = Object.keys(memberColumns).filter((key): key is ColumnKey => key in memberColumns);

export const DEFAULT_COLUMNS: readonly ColumnKey[] = ['number', 'level', 'state', 'dues', 'joinedOn', 'province', 'liaison', 'mobile'];

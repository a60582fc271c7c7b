import { memberStateLabels } from '../copy/members';
import type { Day } from '../days';
import type { Option, Region } from '../dictionaries/option';
import type { DictionaryKind } from '../dictionaries/queries';
import { companyName, email, memberNumber, mobile, orEmpty, personName, postcode, requiredText, uscc } from '../fields';
import { type LiaisonOrder, MemberState } from '../generated/prisma/enums';
import { hasOrganisationCheck, hasUsccCheck } from '../uscc';
import { checkDues, type DuesContext } from './check-dues';
import { checkLevels, checkNames, checkSeats, levelOf } from './check-history';
import { type Marker, marker } from './marker';
import type { ImportRow } from './read-rows';
import type { SheetKey } from './sheets';
import type { StagedCompany } from './staged';

export type CheckContext = DuesContext & { options: Record<DictionaryKind, readonly Option[]>; regions: readonly Region[] };
/** `row` is the one of the sheet 企业; without it nothing is known of the company. */
export type Checked = { mark: Marker; rows: readonly ImportRow[]; row: ImportRow | null; data: Omit<StagedCompany, 'incomplete'> | null };

/** Everything of one company: what it means, and every cell that stands in the way or leaves something to be completed. */
export function checkCompany(rows: readonly ImportRow[], context: CheckContext): Checked {
  const mark = marker();
  mark.flags(rows);
  const of = (sheet: SheetKey) => rows.filter((row) => row.sheet === sheet);
  const [row, ...again] = of('companies');
  if (!row) {
    for (const lone of rows)
      mark.error(
        lone,
        'uscc',
        lone.cells.uscc
          ? '“企业”表里没有这个信用代码，请改成与“企业”表相同的；这一行不会导入，所属企业导入之后也补不进来'
          : '请填写信用代码',
      );
    return { mark, rows, row: null, data: null };
  }
  for (const other of again) {
    mark.error(other, 'uscc', `与第 ${row.row} 行是同一个信用代码，请只保留一行；旧名称填到“曾用名”表`);
    mark.error(row, 'uscc', `与第 ${other.row} 行是同一个信用代码，请只保留一行；旧名称填到“曾用名”表`);
  }
  const name = mark.field(row, 'name', companyName);
  // A company that goes back is read to its end all the same: whoever mends it wants to hear everything at once.
  const level = levelOf(mark, row, 'level') ?? 'ordinaryMember';
  const joined = joinedIn(mark, row, context.today);
  const joinedOn = joined ?? context.today;
  const state = stateOf(mark, row);
  const unknown: StagedCompany['unknown'] = [];
  const levels = checkLevels(mark, of('levels'), { level, joinedOn, companyRow: row });
  const levelIn = (year: number) => levels.findLast(({ from }) => from <= `${year}-12-31`)?.level ?? level;
  const data = {
    uscc: codeOf(mark, row),
    name,
    number: numberOf(mark, row),
    level,
    joinedOn,
    state,
    fields: fieldsOf(mark, row, context, unknown),
    unknown,
    liaisons: liaisonsOf(mark, of('liaisons'), row),
    levels,
    names: checkNames(mark, of('names'), name),
    seats: checkSeats(mark, of('seats'), level),
    dues: checkDues(mark, of('dues'), { joinedOn: joined, levelIn }, context),
  };
  return { mark, rows, row, data };
}

function codeOf(mark: Marker, row: ImportRow): string {
  const code = mark.field(row, 'uscc', uscc);
  if (code && !(hasUsccCheck(code) && hasOrganisationCheck(code)))
    mark.warn(row, 'uscc', 'uscc', '信用代码的校验位不符，请对照营业执照核对');
  return code;
}

function joinedIn(mark: Marker, row: ImportRow, today: Day): Day | null {
  const day = mark.dayOrFirst(row, 'joinedOn', 'joinedOn');
  if (!day) mark.error(row, 'joinedOn', '请填写入会日期，例如 2015-06-01');
  else if (day > today) mark.error(row, 'joinedOn', '入会日期在今天之后');
  return day;
}

function stateOf(mark: Marker, row: ImportRow): MemberState {
  const text = row.cells.state ?? '';
  const found = Object.values(MemberState).find((state) => memberStateLabels[state].text === text);
  if (text && !found) mark.error(row, 'state', `没有“${text}”这个状态，可填：正常、暂停、已退会、已除名`);
  return found ?? 'active';
}

function numberOf(mark: Marker, row: ImportRow): string | null {
  if (row.cells.number) return mark.field(row, 'number', memberNumber);
  mark.warn(row, 'number', 'number', '没有会员编号，导入时按入会年份自动编号');
  return null;
}

function fieldsOf(mark: Marker, row: ImportRow, context: CheckContext, unknown: StagedCompany['unknown']): StagedCompany['fields'] {
  const choose = (kind: Exclude<DictionaryKind, 'qualification'>) => {
    const label = row.cells[kind] ?? '';
    if (!label) mark.warn(row, kind, kind, '没有填写');
    return label ? codeFor(kind, label) : '';
  };
  const codeFor = (kind: DictionaryKind, label: string) => {
    const found = context.options[kind].find((option) => plain(option.label) === plain(label));
    if (!found) unknown.push({ kind, label });
    return found?.code ?? '';
  };
  const qualifications = (row.cells.qualifications ?? '')
    .split(/[、,，;；\n]/)
    .map((label) => label.trim())
    .filter(Boolean);
  if (!qualifications.length) mark.warn(row, 'qualifications', 'qualifications', '没有填写；没有特级资质请填“无”');
  return {
    industry: choose('industry'),
    field: choose('field'),
    companyType: choose('companyType'),
    affiliation: choose('affiliation'),
    ...regionOf(mark, row, context.regions),
    address: mark.softField(row, 'address', 'address', requiredText('通讯地址', 200)),
    postcode: postcodeOf(mark, row),
    legalRepresentative: mark.softField(row, 'legalRepresentative', 'legalRepresentative', personName),
    profile: mark.softField(row, 'profile', 'profile', requiredText('企业基本情况', 400)),
    qualifications: qualifications.map((label) => (label === '无' ? 'none' : codeFor('qualification', label))).filter(Boolean),
  };
}

// Excel takes the zero of 050000 for nothing.
function postcodeOf(mark: Marker, row: ImportRow): string {
  const { postcode: typed = '' } = row.cells;
  if (!/^[1-9]\d{4}$/.test(typed)) return mark.softField(row, 'postcode', 'postcode', postcode);
  mark.warn(row, 'postcode', 'postcode', `“${typed}”只有 5 位，按开头少了 0 导入为 0${typed}，请核对`);
  return `0${typed}`;
}

function regionOf(mark: Marker, row: ImportRow, regions: readonly Region[]): { provinceCode: string; cityCode: string } {
  const named = (text: string) => (option: Option) => text.length >= 2 && option.label.startsWith(text);
  const province = regions.find(named(row.cells.province ?? ''));
  const city = province?.cities.find(named(row.cells.city ?? '')) ?? (province?.cities.length === 1 ? province.cities[0] : undefined);
  if (!province) mark.warn(row, 'province', 'region', row.cells.province ? `没有“${row.cells.province}”这个省` : '没有填写');
  else if (!city) mark.warn(row, 'city', 'region', row.cells.city ? `${province.label}没有“${row.cells.city}”` : '没有填写');
  return { provinceCode: province?.code ?? '', cityCode: city?.code ?? '' };
}

function liaisonsOf(mark: Marker, rows: readonly ImportRow[], companyRow: ImportRow): StagedCompany['liaisons'] {
  const liaisons = rows.map((row) => {
    return {
      row,
      order: orderOf(mark, row),
      name: mark.field(row, 'name', personName),
      mobile: mobileOf(mark, row),
      department: mark.softField(row, 'department', 'liaison', requiredText('部门', 40)),
      title: mark.softField(row, 'title', 'liaison', requiredText('职务', 40)),
      email: emailOf(mark, row),
    };
  });
  for (const [index, liaison] of liaisons.entries()) {
    const before = liaisons.slice(0, index);
    const same = before.find(({ order }) => order === liaison.order);
    const word = liaison.order === 'first' ? '第一' : '第二';
    if (same) mark.error(liaison.row, 'order', `${word}联络员只能有一名，第 ${same.row.row} 行已经是了`);
    if (liaison.mobile && before.some(({ mobile: other }) => other === liaison.mobile))
      mark.error(liaison.row, 'mobile', '两名联络员的手机号相同');
  }
  const coming = liaisons.filter(({ row }) => row.cells.mobile);
  if (!coming.some(({ order }) => order === 'first')) {
    mark.warn(coming[0]?.row ?? companyRow, coming[0] ? 'order' : 'uscc', 'firstLiaison', '没有第一联络员，导入后该单位还不能登录');
  }
  return liaisons.map(({ row: _, ...liaison }) => liaison);
}

function orderOf(mark: Marker, row: ImportRow): LiaisonOrder {
  const { order: text = '' } = row.cells;
  if (/二|2|second/i.test(text)) return 'second';
  if (!/一|1|first/i.test(text)) mark.warn(row, 'order', 'liaison', `${text ? `看不出“${text}”是第几` : '没有联络类型'}，按第一联络员导入`);
  return 'first';
}

function mobileOf(mark: Marker, row: ImportRow): string {
  if (row.cells.mobile) return mark.field(row, 'mobile', mobile, '；没有手机号的请留空，不导入这名联络员');
  mark.warn(row, 'mobile', 'liaison', `没有手机号，不导入这名联络员${row.cells.name ? `（${row.cells.name}）` : ''}`);
  return '';
}

// What is no mailbox is not kept: mail would be sent to it.
function emailOf(mark: Marker, row: ImportRow): string {
  const typed = mark.softField(row, 'email', 'liaison', orEmpty(email), '；这个邮箱不导入');
  return email.safeParse(typed).data ?? '';
}

function plain(label: string): string {
  return label.normalize('NFKC').replace(/\s/g, '');
}

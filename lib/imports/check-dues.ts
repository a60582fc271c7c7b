import { type Day, yearOf } from '../days';
import { dayOfText } from '../excel/day-text';
import type { Level } from '../generated/prisma/enums';
import { formatAmount } from '../money';
import { levelOf } from './check-history';
import type { Marker } from './marker';
import type { ImportRow } from './read-rows';
import type { StagedDues } from './staged';

export type DuesContext = { today: Day; standardFen: (level: Level, year: number) => number | null };
type Member = { joinedOn: Day | null; levelIn: (year: number) => Level };

/** 会费与票据 of one company, a row a year. */
export function checkDues(mark: Marker, rows: readonly ImportRow[], member: Member, context: DuesContext): StagedDues[] {
  const seen = new Map<number, number>();
  return rows.flatMap((row) => {
    const year = yearIn(mark, row, context.today);
    if (year === null) return [];
    const before = seen.get(year);
    if (before !== undefined) mark.error(row, 'year', `${year} 年在第 ${before} 行已经有了，请合并成一行`);
    seen.set(year, row.row);
    if (member.joinedOn && year < yearOf(member.joinedOn))
      mark.warn(row, 'year', 'dues', `${year} 年在入会（${member.joinedOn}）之前，请核对`);
    return duesOf(mark, row, year, member, context) ?? [];
  });
}

function duesOf(mark: Marker, row: ImportRow, year: number, member: Member, { today, standardFen }: DuesContext): StagedDues | null {
  const level = row.cells.level ? levelOf(mark, row, 'level') : member.levelIn(year);
  if (!level) return null;
  const standard = standardFen(level, year);
  const [typed, paidFen] = [mark.yuan(row, 'amount'), mark.yuan(row, 'paid') ?? 0];
  const amountFen = typed || standard || paidFen;
  if (!amountFen) {
    mark.error(row, 'amount', `请填写应交金额：系统里没有 ${year} 年这个级别的会费标准`);
    return null;
  }
  if (typed && standard && typed !== standard) {
    mark.warn(row, 'amount', 'dues', `与 ${year} 年标准 ${formatAmount(standard)} 元不一致，按填写的导入`);
  }
  if (paidFen > amountFen) mark.warn(row, 'paid', 'dues', '实交多于应交，多出的部分导入后为多交');
  const waived = row.cells.waived ?? '';
  if (waived && paidFen) mark.error(row, 'waived', '已有实交金额，不能又是免交');
  const receipt = receiptOf(mark, row, paidFen);
  const paidOn = mark.dayOrFirst(row, 'paidOn', 'dues') ?? receipt?.issuedOn ?? null;
  if (paidOn && paidOn > today) mark.error(row, 'paidOn', '交费日期在今天之后，请核对');
  if (paidFen && !paidOn && !row.cells.paidOn) mark.warn(row, 'paidOn', 'dues', `没有交费日期，按 ${year} 年年底导入`);
  return {
    year,
    level,
    amountFen,
    state: waived ? 'waived' : 'open',
    reason: waived || null,
    paidFen,
    paidOn: paidFen ? (paidOn ?? earlier(`${year}-12-31`, today)) : null,
    receipt,
  };
}

function receiptOf(mark: Marker, row: ImportRow, paidFen: number): StagedDues['receipt'] {
  const { receiptCode: code = '', receiptNumber: number = '', checkCode = '' } = row.cells;
  if (!code && !number) return null;
  if (!code || !number) {
    mark.error(row, code ? 'receiptNumber' : 'receiptCode', '票据代码和号码要一起填写');
    return null;
  }
  const amountFen = mark.yuan(row, 'receiptAmount') ?? paidFen;
  if (!paidFen) mark.error(row, 'paid', '有票据，却没有实交金额');
  // The ministry's page asks for the very day: a month is not enough.
  const issuedOn = row.cells.issuedOn ? mark.day(row, 'issuedOn') : dayOfText(row.cells.paidOn ?? '');
  if (!issuedOn && !row.cells.issuedOn) mark.error(row, 'issuedOn', '请填写开票日期');
  if (!/^\d{8}$/.test(code) || !/^\d{10}$/.test(number))
    mark.warn(row, 'receiptNumber', 'receipts', '票据代码通常 8 位、号码 10 位，请核对');
  if (!checkCode) mark.warn(row, 'checkCode', 'receipts', '没有校验码');
  return issuedOn && amountFen ? { code, number, checkCode, issuedOn, amountFen } : null;
}

function yearIn(mark: Marker, row: ImportRow, today: Day): number | null {
  const text = (row.cells.year ?? '').replace(/年度?$/, '');
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year >= 1980 && year <= yearOf(today) + 1) return year;
  mark.error(row, 'year', `“${row.cells.year ?? ''}”不是年度，请填写 2024 这样的四位数字`);
  return null;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

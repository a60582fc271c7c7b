import { addDays, type Day, isDay } from '../days';

const WRITTEN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})(?:\d{6}|[ T].*)?$/;
const WITHOUT_DAY = /^(\d{4})(?:[-/年](\d{1,2})月?|\.(\d{2})|年)?$/;
/** The day before Excel's day 1, moved by one for the 29th of February 1900 that Excel believes in. */
const BEFORE_FIRST: Day = '1899-12-30';

/**
 * The day that a cell means: 2015-06-01, 2015/6/1, 2015.6.1, 2015年6月1日, 20150601, with a time of day or without, or a
 * day's serial number (a date whose cell lost its format). Null when it is none, or a day that does not exist.
 */
export function dayOfText(text: string): Day | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s*([年月日])\s*/g, '$1')
    .trim();
  if (/^\d{5}(\.\d+)?$/.test(plain)) return addDays(BEFORE_FIRST, Math.floor(Number(plain)));
  const [, year, month, date] = WRITTEN.exec(plain) ?? TOGETHER.exec(plain) ?? [];
  if (!year || !month || !date) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/**
 * The first day of a month or a year that is all a cell says: 2015-06, 2015/6, 2015.06, 2015年6月, 2015年, 2015. Null for
 * anything else, also for 2015.1: Excel makes it of a 2015.10 that it takes for a number.
 */
export function firstDayOfText(text: string): Day | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const [, year, month = '', decimal = '01'] = WITHOUT_DAY.exec(plain) ?? [];
  if (!year) return null;
  const day = `${year}-${(month || decimal).padStart(2, '0')}-01`;
  return isDay(day) ? day : null;
}

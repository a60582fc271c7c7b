import 'server-only';
import { getDayDetail, getHolidaysInRange } from 'chinese-days';
import { addDays, type Day } from '../days';

/** Days in a row that the published calendar names: off, or worked instead of others. */
export type PublishedDays = { from: Day; to: Day; workday: boolean; name: string };

/** Whether the State Council's notice of that year is in the library: it says plain weekdays of any other (facts 4). */
export function isPublished(year: number): boolean {
  return getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
}

/** 放假 and 调休 of a year, in order. */
export function listPublished(year: number): PublishedDays[] {
  const rows: PublishedDays[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const { name, work } = getDayDetail(day);
    const [, chinese] = name.split(','); // of a holiday: Spring Festival,春节,4; else the weekday
    if (!chinese) continue;
    const last = rows.at(-1);
    if (last && last.name === chinese && last.workday === work && last.to === addDays(day, -1)) last.to = day;
    else rows.push({ from: day, to: day, workday: work, name: chinese });
  }
  return rows;
}

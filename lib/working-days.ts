import 'server-only';
import { isWorkday } from 'chinese-days';
import { cached } from './cached';
import { addDays, type Day, dayOf } from './days';
import { db } from './db';

const overrides = cached(60, async () => new Map((await db().calendarDay.findMany()).map(({ date, workday }) => [dayOf(date), workday])));

/** After a change, so that the instance that made it counts with it at once; the others follow within a minute. */
export function forgetCalendar(): void {
  overrides.forget();
}

export type Calendar = { isWorkday: (day: Day) => boolean };

/** Chinese working days with 调休: what staff have entered first, then the published calendar. */
export async function loadCalendar(): Promise<Calendar> {
  const known = await overrides.get();
  return { isWorkday: (day) => known.get(day) ?? isWorkday(day) };
}

/** How many working days lie after `from`, up to and with `to`. */
export function countWorkingDays(calendar: Calendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count++;
  return count;
}

/** The day on which `count` working days have passed since `from`. */
export function workingDaysAfter(calendar: Calendar, from: Day, count: number): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (calendar.isWorkday(day)) left--;
  }
  return day;
}

/** The day from which `count` working days have passed until `to`. */
export function workingDaysBefore(calendar: Calendar, to: Day, count: number): Day {
  let day = to;
  for (let left = count; left > 0; day = addDays(day, -1)) if (calendar.isWorkday(day)) left--;
  return day;
}

import 'server-only';
import { isWorkday } from 'chinese-days';
import { cached } from './cached';
import { addDays, type Day, dayOf, yearOf } from './days';
import { sideDb } from './db';

/** The working days of a year, in their order. */
export type Calendar = { workdaysOf: (year: number) => readonly Day[] };

const current = cached(60, async () => {
  const entered = new Map((await sideDb().calendarDay.findMany()).map(({ date, workday }) => [dayOf(date), workday]));
  return calendarOf((day) => entered.get(day) ?? isWorkday(day));
});

/** After a change, so that the instance that made it counts with it at once; the others follow within a minute. */
export function forgetCalendar(): void {
  current.forget();
}

/** Chinese working days with 调休: what staff have entered first, then the published calendar. */
export async function loadCalendar(): Promise<Calendar> {
  return current.get();
}

/** A calendar that asks for each day once: asked for each row of a list, it took half of the list's time. */
export function calendarOf(isWorkday: (day: Day) => boolean): Calendar {
  const years = new Map<number, readonly Day[]>();
  return {
    workdaysOf(year) {
      const days = years.get(year) ?? daysOf(year).filter(isWorkday);
      years.set(year, days);
      return days;
    },
  };
}

function daysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day);
  return days;
}

/** How many working days lie after `from`, up to and with `to`. */
export function countWorkingDays(calendar: Calendar, from: Day, to: Day): number {
  let count = 0;
  for (let year = yearOf(from); year <= yearOf(to); year++)
    count += calendar.workdaysOf(year).filter((day) => from < day && day <= to).length;
  return count;
}

/** The day on which `count` working days have passed since `from`. */
export function workingDaysAfter(calendar: Calendar, from: Day, count: number): Day {
  for (let year = yearOf(from), left = count; left > 0; year++) {
    const days = calendar.workdaysOf(year).filter((day) => day > from);
    const last = days[left - 1];
    if (last) return last;
    left -= days.length;
  }
  return from;
}

/** The day from which `count` working days have passed until `to`. */
export function workingDaysBefore(calendar: Calendar, to: Day, count: number): Day {
  for (let year = yearOf(to), left = count; left > 0; year--) {
    const days = calendar.workdaysOf(year).filter((day) => day <= to);
    const first = days.at(-left);
    if (first) return addDays(first, -1);
    left -= days.length;
  }
  return to;
}

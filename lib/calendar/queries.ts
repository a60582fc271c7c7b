import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { type Day, dayOf, toColumn } from '../days';
import { db } from '../db';
import { getSetting } from '../settings/get-setting';
import { isPublished, listPublished, type PublishedDays } from './published';

export type CalendarYear = {
  year: number;
  /** The State Council's notice of that year is in the system. */
  isPublished: boolean;
  /** Else: staff say that they have entered all of it. */
  isComplete: boolean;
  published: PublishedDays[];
  entered: { day: Day; workday: boolean; note: string }[];
};

/** What is off and what is worked in a year, as published and as staff have entered. @throws DomainError `notFound` */
export async function getCalendarYear(actor: Actor, year: number): Promise<CalendarYear> {
  authorize(actor, 'settings.edit', null);
  const [rows, { years }] = await Promise.all([
    db().calendarDay.findMany({
      where: { date: { gte: toColumn(`${year}-01-01`), lte: toColumn(`${year}-12-31`) } },
      orderBy: { date: 'asc' },
    }),
    getSetting('calendar'),
  ]);
  return {
    ...{ year, isPublished: isPublished(year), isComplete: years.includes(year), published: listPublished(year) },
    entered: rows.map(({ date, workday, note }) => ({ day: dayOf(date), workday, note })),
  };
}

import { addDays, toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { type Calendar, countWorkingDays, loadCalendar, workingDaysBefore } from '../../lib/working-days';
import { withDatabase } from '../support/database';

withDatabase();

describe('working days', () => {
  let calendar: Calendar;

  beforeAll(async () => {
    await db().calendarDay.createMany({
      data: [
        { date: toColumn('2027-01-01'), workday: false, note: '元旦' }, // a year that the library knows nothing of
        { date: toColumn('2027-08-14'), workday: true, note: '临时调休' }, // a Saturday
      ],
    });
    calendar = await loadCalendar();
  });

  it.each([
    ['2026-02-10', '2026-02-26', 'over the Spring Festival'],
    ['2026-04-30', '2026-05-13', 'over 劳动节 and a Saturday worked instead'],
    ['2026-11-23', '2026-12-02', 'over a plain weekend'],
  ])('seven of them after %s have passed on %s: %s', (from, to) => {
    expect(countWorkingDays(calendar, from, to)).toBe(7);
    expect(countWorkingDays(calendar, from, addDays(to, -1))).toBe(6);
  });

  it('do not count the day on which the clock starts', () => {
    expect(countWorkingDays(calendar, '2026-11-23', '2026-11-23')).toBe(0);
    expect(countWorkingDays(calendar, '2026-11-23', '2026-11-24')).toBe(1);
  });

  it('are 248 in 2026', () => {
    expect(countWorkingDays(calendar, '2025-12-31', '2026-12-31')).toBe(248);
  });

  it('follow what staff have entered before the published calendar', () => {
    expect(calendar.workdaysOf(2027)).not.toContain('2027-01-01');
    expect(countWorkingDays(calendar, '2026-12-31', '2027-01-04')).toBe(1);
    expect(countWorkingDays(calendar, '2027-08-13', '2027-08-15')).toBe(1);
  });

  it.each([
    ['2026-12-02', 7, '2026-11-23'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 1, '2026-11-22'],
  ])('counted back from %s, %i of them lead to %s', (to, count, from) => {
    expect(workingDaysBefore(calendar, to, count)).toBe(from);
    expect(countWorkingDays(calendar, from, to)).toBe(count);
  });
});

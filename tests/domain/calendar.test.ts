import { isPublished, listPublished } from '../../lib/calendar/published';
import { getCalendarYear } from '../../lib/calendar/queries';
import { calendarDaysSchema } from '../../lib/calendar/schema';
import { markCalendarYear, removeCalendarDay, setCalendarDays } from '../../lib/calendar/set-days';
import { findUnknownYears, forgetUnknownYears } from '../../lib/calendar/unknown-years';
import { shiftClock } from '../../lib/clock';
import { loadCalendar, workingDaysAfter } from '../../lib/working-days';
import { withDatabase } from '../support/database';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const deadlineOf = async (day: string) => workingDaysAfter(await loadCalendar(), day, 7);
const on = (day: string) => {
  shiftClock(new Date(`${day}T10:00:00+08:00`).getTime() - Date.now());
  forgetUnknownYears();
};

describe('the calendar of working days', () => {
  it('lists what is off and worked instead as the State Council has published it', () => {
    expect(listPublished(2026).slice(0, 2)).toEqual([
      { from: '2026-01-01', to: '2026-01-03', workday: false, name: '元旦' },
      { from: '2026-01-04', to: '2026-01-04', workday: true, name: '元旦' },
    ]);
    expect(listPublished(2026)).toContainEqual({ from: '2026-10-10', to: '2026-10-10', workday: true, name: '国庆节' });
    expect([isPublished(2026), isPublished(2040), listPublished(2040)]).toEqual([true, false, []]);
  });

  it('counts with what staff enter at once, over a published day as well, and without it again', async () => {
    const admin = await staffWith('admin');
    expect(await deadlineOf('2026-11-23')).toBe('2026-12-02');
    await setCalendarDays(admin, { from: '2026-11-24', to: '2026-11-25', workday: false, note: '临时放假' });
    expect(await deadlineOf('2026-11-23')).toBe('2026-12-04');
    await setCalendarDays(admin, { from: '2026-11-25', to: '2026-11-25', workday: true, note: '改回' });
    expect(await deadlineOf('2026-11-23')).toBe('2026-12-03');
    expect((await getCalendarYear(admin, 2026)).entered).toEqual([
      { day: '2026-11-24', workday: false, note: '临时放假' },
      { day: '2026-11-25', workday: true, note: '改回' },
    ]);
    await removeCalendarDay(admin, '2026-11-24');
    await removeCalendarDay(admin, '2026-11-24');
    expect(await deadlineOf('2026-11-23')).toBe('2026-12-02');
    expect(await auditOf('calendar', '2026-11-24')).toEqual(['calendar.set', 'calendar.remove']);
  });

  it('is the administrator’s', async () => {
    const days = { from: '2026-11-24', to: '2026-11-25', workday: false, note: '' };
    for (const role of ['reviewer', 'finance', 'overseer'] as const) {
      await expect(setCalendarDays(await staffWith(role), days)).rejects.toMatchObject({ code: 'notFound' });
      await expect(removeCalendarDay(await staffWith(role), '2026-11-24')).rejects.toMatchObject({ code: 'notFound' });
      await expect(markCalendarYear(await staffWith(role), { year: 2040, isComplete: true })).rejects.toMatchObject({ code: 'notFound' });
      await expect(getCalendarYear(await staffWith(role), 2026)).rejects.toMatchObject({ code: 'notFound' });
    }
  });

  it('warns of a year without data when it is near, until staff say that they have entered it', async () => {
    const admin = await staffWith('admin');
    on('2039-11-01');
    expect(await findUnknownYears()).toEqual([2039]);
    on('2039-11-20');
    expect(await findUnknownYears()).toEqual([2039, 2040]);
    await markCalendarYear(admin, { year: 2040, isComplete: true });
    expect(await findUnknownYears()).toEqual([2039]);
    await markCalendarYear(admin, { year: 2040, isComplete: false });
    expect(await findUnknownYears()).toEqual([2039, 2040]);
    on('2026-06-01');
    expect(await findUnknownYears()).toEqual([]);
  });

  it.each([
    [
      { from: '2027-02-05', to: '', kind: 'off' },
      { from: '2027-02-05', to: '2027-02-05', workday: false, note: '' },
    ],
    [
      { from: '2027-02-05', to: '2027-02-12', kind: 'work', note: '调休' },
      { from: '2027-02-05', to: '2027-02-12', workday: true, note: '调休' },
    ],
    [{ from: '2027-02-05', to: '2027-02-04', kind: 'off' }, null],
    [{ from: '2027-02-05', to: '2027-12-31', kind: 'off' }, null],
    [{ from: '2027-02-30', to: '', kind: 'off' }, null],
    [{ from: '2027-02-05', to: '', kind: '' }, null],
  ])('takes %j as %j', (typed, days) => {
    expect(calendarDaysSchema.safeParse(typed).data ?? null).toEqual(days);
  });
});

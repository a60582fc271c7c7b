import { addDays, dayInShanghai, dayOf, formatDay, formatMoment, isDay, toColumn, yearOf } from '../../lib/days';
import { dueDateOf } from '../../lib/dues/due-date';

describe('days', () => {
  it.each([
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2026-07-01T15:59:59.999Z', '2026-07-01'],
  ])('turn at midnight in Beijing: %s is on %s', (moment, day) => {
    expect(dayInShanghai(new Date(moment))).toBe(day);
  });

  it('come back from a date column as they went in', () => {
    expect(dayOf(toColumn('2026-03-01'))).toBe('2026-03-01');
    expect(toColumn('2026-03-01').toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %i more is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
    ['2026-11-23T00:00', false],
  ])('%p exists: %p', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });

  it('are written as people here write them, in Beijing time', () => {
    expect(formatDay('2026-11-03')).toBe('2026年11月3日');
    expect(formatMoment(new Date('2026-11-22T16:05:00Z'))).toBe('2026年11月23日 00:05');
    expect(formatMoment(new Date('2026-11-23T06:32:00Z'))).toBe('2026年11月23日 14:32');
    expect(yearOf('2026-11-23')).toBe(2026);
  });
});

describe("the due date of a year's dues", () => {
  const setting = { dueOn: '06-30', graceDays: 30 };

  it.each([
    ['2026-01-05', '2026-06-30'],
    ['2026-05-31', '2026-06-30'],
    ['2026-06-01', '2026-07-01'],
    ['2026-11-23', '2026-12-23'],
    ['2026-12-15', '2027-01-14'],
  ])('for a charge raised on %s is %s: the setting, and never sooner than the days of grace', (raisedOn, due) => {
    expect(dueDateOf(2026, raisedOn, setting)).toBe(due);
  });
});

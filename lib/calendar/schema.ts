import * as z from 'zod/mini';
import { daysBetween, isDay, yearOf } from '../days';
import { checkbox, day, optionalText, typed } from '../fields';

const MOST_DAYS = 31;

export const calendarYear = z.coerce.number().check(z.int(), z.gte(2020), z.lte(2200));

/** Some days in a row; one when the last is left open. */
export const calendarDaysSchema = z
  .pipe(
    z.object({
      from: day('日期'),
      to: typed().check(z.refine((text) => text === '' || isDay(text), '请按 2026-11-23 的样子填写日期')),
      kind: z.enum(['off', 'work'], '请选择放假还是上班'),
      note: optionalText('说明', 60),
    }),
    z.transform(({ to, kind, ...rest }) => ({ ...rest, to: to || rest.from, workday: kind === 'work' })),
  )
  .check(
    z.refine(({ from, to }) => from <= to, { path: ['to'], error: '最后一天不能早于第一天' }),
    z.refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, { path: ['to'], error: `一次最多 ${MOST_DAYS} 天` }),
    z.refine(({ from }) => calendarYear.safeParse(yearOf(from)).success, { path: ['from'], error: '请核对年份' }),
  );

export const calendarDaySchema = z.object({ day: z.string().check(z.refine(isDay)) });
export const calendarYearSchema = z.object({ year: calendarYear, isComplete: checkbox });

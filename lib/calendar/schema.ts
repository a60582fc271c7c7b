import * as z from 'zod';
import { daysBetween, isDay, yearOf } from '../days';
import { checkbox, optionalText, typed } from '../fields';

const MOST_DAYS = 31;
const day = (label: string) =>
  typed()
    .refine((text) => text !== '', { error: `请选择${label}`, abort: true })
    .refine(isDay, '请按 2026-11-23 的样子填写日期');

export const calendarYear = z.coerce.number().int().min(2020).max(2200);

/** Some days in a row; one when the last is left open. */
export const calendarDaysSchema = z
  .object({
    from: day('日期'),
    to: typed().refine((text) => text === '' || isDay(text), '请按 2026-11-23 的样子填写日期'),
    kind: z.enum(['off', 'work'], '请选择放假还是上班'),
    note: optionalText('说明', 60),
  })
  .transform(({ to, kind, ...rest }) => ({ ...rest, to: to || rest.from, workday: kind === 'work' }))
  .refine(({ from, to }) => from <= to, { path: ['to'], error: '最后一天不能早于第一天' })
  .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, { path: ['to'], error: `一次最多 ${MOST_DAYS} 天` })
  .refine(({ from }) => calendarYear.safeParse(yearOf(from)).success, { path: ['from'], error: '请核对年份' });

export const calendarDaySchema = z.object({ day: z.string().refine(isDay) });
export const calendarYearSchema = z.object({ year: calendarYear, isComplete: checkbox });

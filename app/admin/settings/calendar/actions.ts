'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { calendarDaySchema, calendarDaysSchema, calendarYearSchema } from '@/lib/calendar/schema';
import { markCalendarYear, removeCalendarDay, setCalendarDays } from '@/lib/calendar/set-days';

const changed = () => revalidatePath('/admin', 'layout');

export const setCalendarDaysAction = defineAction(calendarDaysSchema, async ({ actor, input }) => {
  await setCalendarDays(actor, input);
  changed();
  return { values: {} };
});

export const removeCalendarDayAction = defineAction(calendarDaySchema, async ({ actor, input }) => {
  await removeCalendarDay(actor, input.day);
  changed();
});

export const markCalendarYearAction = defineAction(calendarYearSchema, async ({ actor, input }) => {
  await markCalendarYear(actor, input);
  changed();
});

import { type Day, dayInShanghai } from '../days';
import type { SettingValue } from '../settings/settings';

type Hours = Pick<SettingValue<'reminders'>, 'fromHour' | 'untilHour'>;

/** The hours of a day in which reminders go out, in Beijing. */
export function windowOf(day: Day, { fromHour, untilHour }: Hours): { from: Date; until: Date } {
  return { from: at(day, fromHour), until: at(day, untilHour) };
}

const at = (day: Day, hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);

/** Until when what is sent at this moment may still go out; null outside the hours. */
export function openUntil(moment: Date, hours: Hours): Date | null {
  const { from, until } = windowOf(dayInShanghai(moment), hours);
  return from <= moment && moment < until ? until : null;
}

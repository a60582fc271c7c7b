import 'server-only';
import { cached } from '../cached';
import { today } from '../clock';
import { addDays, yearOf } from '../days';
import { getSetting } from '../settings/get-setting';
import { isPublished } from './published';

/** The notice of a year usually appears in the November before it: deadlines of working days reach no further than this. */
const AHEAD_DAYS = 45;

const unknown = cached(60, async () => {
  const day = await today();
  const { years } = await getSetting('calendar');
  return [...new Set([yearOf(day), yearOf(addDays(day, AHEAD_DAYS))])].filter((year) => !isPublished(year) && !years.includes(year));
});

/** Of this year and of one that begins soon, those whose holidays nobody knows: deadlines in them are counted as if there were none. */
export function findUnknownYears(): Promise<number[]> {
  return unknown.get();
}

/** After a change, so that the instance that made it says so at once. */
export function forgetUnknownYears(): void {
  unknown.forget();
}

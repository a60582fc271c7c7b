import { addDays, type Day } from '../days';

/** When a year's charge is due: on the year's day, and never sooner than the grace days after it was raised. */
export function dueDateOf(year: number, raisedOn: Day, { dueOn, graceDays }: { dueOn: string; graceDays: number }): Day {
  const regular = `${year}-${dueOn}`;
  const soonest = addDays(raisedOn, graceDays);
  return regular > soonest ? regular : soonest;
}

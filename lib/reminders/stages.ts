import { addDays, type Day } from '../days';
import type { SettingValue } from '../settings/settings';

/** Days after the due date, before it less than none. */
export type Stage = number;

/** The stages of the schedule, the earliest first. */
export function stagesOf({ before, onDay, after }: SettingValue<'reminders'>): Stage[] {
  return [...numbersIn(before).map((count) => -count), ...(onDay ? [0] : []), ...numbersIn(after)].toSorted((one, other) => one - other);
}

const numbersIn = (list: string) => list.split(/\D+/).filter(Boolean).map(Number);

export type Reminded = {
  dueOn: Day;
  /** The stages that it was reminded of. */
  sent: readonly Stage[];
};

/**
 * The stage that a charge is to be reminded of on a day: the latest that it has reached, unless that one or a later one
 * was sent. What was missed before it stays missed.
 */
export function stageDue({ dueOn, sent }: Reminded, stages: readonly Stage[], day: Day): Stage | null {
  const latest = stages.findLast((stage) => addDays(dueOn, stage) <= day);
  return latest === undefined || sent.some((stage) => stage >= latest) ? null : latest;
}

/** When the next stage comes that nothing was sent for yet; null when there is none. */
export function nextStageOn({ dueOn, sent }: Reminded, stages: readonly Stage[], day: Day): Day | null {
  const next = stages.find((stage) => addDays(dueOn, stage) > day && !sent.some((each) => each >= stage));
  return next === undefined ? null : addDays(dueOn, next);
}

/** Whether any stage has come. */
export function hasBegun({ dueOn }: Reminded, stages: readonly Stage[], day: Day): boolean {
  const [first] = stages;
  return first !== undefined && addDays(dueOn, first) <= day;
}

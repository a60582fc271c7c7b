import { type Day, formatDay } from '../days';
import { formatAmount } from '../money';
import type { PlannedReminder } from './plan';

type Told = Pick<PlannedReminder, 'name' | 'charges'>;

/** What a reminder says when it is sent on `day`: the years, what is open of them together, and until when the oldest was due. */
export function reminderWords(
  { name, charges }: Told,
  day: Day,
): { template: 'duesReminder' | 'duesOverdue'; parameters: Record<string, string> } {
  const due = charges.map(({ dueOn }) => dueOn).toSorted()[0] ?? day;
  return {
    template: due < day ? 'duesOverdue' : 'duesReminder',
    parameters: {
      company: name,
      years: [...new Set(charges.map(({ year }) => year))].join('、'),
      amount: formatAmount(openOf(charges)),
      due: formatDay(due),
    },
  };
}

/** What is open of these together. */
export function openOf(charges: readonly { openFen: number }[]): number {
  return charges.reduce((sum, { openFen }) => sum + openFen, 0);
}

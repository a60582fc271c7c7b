import { type Day, dayInShanghai } from '../days';
import { type Calendar, countWorkingDays, workingDaysAfter } from '../working-days';

/** 电子票据 are issued within seven working days of the filing (manual 三, facts 4). */
const RECEIPT_WORKING_DAYS = 7;
const NEAR = 2;

export type ReceiptDeadline = { dueOn: Day; urgency: 'later' | 'near' | 'past' };

/** Until when the receipt of a filing is to be issued, and how pressing that is on `today`. */
export function receiptDeadline(calendar: Calendar, filedAt: Date, today: Day): ReceiptDeadline {
  const dueOn = workingDaysAfter(calendar, dayInShanghai(filedAt), RECEIPT_WORKING_DAYS);
  if (dueOn < today) return { dueOn, urgency: 'past' };
  return { dueOn, urgency: countWorkingDays(calendar, today, dueOn) <= NEAR ? 'near' : 'later' };
}

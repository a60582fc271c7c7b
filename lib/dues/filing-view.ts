import * as z from 'zod';
import { type Day, dayOf } from '../days';
import type { ChargeState, Filing } from '../generated/prisma/client';
import type { FilingEventName } from './states';

export type FilingView = Pick<
  Filing,
  | 'id'
  | 'state'
  | 'reason'
  | 'titleName'
  | 'titleUscc'
  | 'person'
  | 'mobile'
  | 'email'
  | 'payer'
  | 'payerBank'
  | 'payerAccount'
  | 'amountFen'
  | 'serial'
  | 'note'
  | 'filedAt'
> & {
  paidOn: Day;
  years: number[];
  chargedFen: number;
  /** What it was filed for is owed no longer, and it was not returned: money that came in is to be refunded. */
  forRefund: boolean;
};

type FilingRow = Filing & { charges: { charge: { year: number; amountFen: number; state: ChargeState } }[] };

/** A filing field by field, for its payer and for finance. */
export function viewFiling({ charges, ...row }: FilingRow): FilingView {
  const {
    id,
    state,
    reason,
    titleName,
    titleUscc,
    person,
    mobile,
    email,
    payer,
    payerBank,
    payerAccount,
    amountFen,
    serial,
    note,
    filedAt,
  } = row;
  return {
    ...{ id, state, reason, titleName, titleUscc, person, mobile, email, payer, payerBank, payerAccount, amountFen, serial, note, filedAt },
    paidOn: dayOf(row.paidOn),
    years: charges.map(({ charge }) => charge.year).toSorted(),
    forRefund: state !== 'returned' && charges.length > 0 && charges.every(({ charge }) => charge.state === 'cancelled'),
    chargedFen: charges.reduce((sum, { charge }) => sum + charge.amountFen, 0),
  };
}

export type FilingEventView = { id: string; event: FilingEventName | 'file'; actorName: string; reason: string | null; createdAt: Date };

const eventName = z.enum(['file', 'confirm', 'return', 'refile'] satisfies FilingEventView['event'][]);

export function viewFilingEvent({
  id,
  event,
  actorName,
  reason,
  createdAt,
}: Omit<FilingEventView, 'event'> & { event: string }): FilingEventView {
  return { id, event: eventName.parse(event), actorName, reason, createdAt };
}

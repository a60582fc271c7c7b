import * as z from 'zod';
import { type Day, dayOf } from '../days';
import type { Filing } from '../generated/prisma/client';
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
> & { paidOn: Day; years: number[]; chargedFen: number };

type FilingRow = Filing & { charges: { charge: { year: number; amountFen: number } }[] };

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

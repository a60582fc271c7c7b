import * as z from 'zod';
import { type Day, dayOf } from '../days';
import type { ChargeKind, ChargeState, Filing } from '../generated/prisma/client';
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
  /** Each year once, in order, with what it was filed for: a year of a promotion has a 补差 as well. */
  years: number[];
  charges: FiledCharge[];
  /** What is still to pay of them now, whoever pays it. */
  openFen: number;
  /** What it was filed for is owed no longer: its money is to go back, or to be looked for at the bank first. */
  forRefund: boolean;
  /** The money has gone back. */
  refunded: boolean;
};

export type FiledCharge = { id: string; year: number; kind: ChargeKind; amountFen: number };
type FilingRow = Filing & { charges: { charge: FiledCharge & { state: ChargeState; heldFen: number } }[] };

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
  const isCancelled = state !== 'returned' && charges.length > 0 && charges.every(({ charge }) => charge.state === 'cancelled');
  const isHeld = charges.some(({ charge }) => charge.heldFen > 0);
  return {
    ...{ id, state, reason, titleName, titleUscc, person, mobile, email, payer, payerBank, payerAccount, amountFen, serial, note, filedAt },
    paidOn: dayOf(row.paidOn),
    years: [...new Set(charges.map(({ charge }) => charge.year))].toSorted(),
    charges: charges
      .map(({ charge: { id: chargeId, year, kind, amountFen } }) => ({ id: chargeId, year, kind, amountFen }))
      .toSorted((one, other) => one.year - other.year || one.kind.localeCompare(other.kind)),
    openFen: charges.reduce((sum, { charge }) => sum + (charge.state === 'open' ? charge.amountFen - charge.heldFen : 0), 0),
    forRefund: isCancelled && (state === 'pending' || isHeld),
    refunded: isCancelled && state === 'confirmed' && !isHeld,
  };
}

export type FilingEventView = { id: string; event: FilingEventName | 'file'; actorName: string; reason: string | null; createdAt: Date };

const eventName = z.enum(['file', 'confirm', 'return', 'refile', 'void'] satisfies FilingEventView['event'][]);

export function viewFilingEvent({
  id,
  event,
  actorName,
  reason,
  createdAt,
}: Omit<FilingEventView, 'event'> & { event: string }): FilingEventView {
  return { id, event: eventName.parse(event), actorName, reason, createdAt };
}

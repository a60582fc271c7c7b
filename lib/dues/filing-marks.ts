import type { FilingState, Level } from '../generated/prisma/enums';
import { arrivedFen } from './arrived';
import type { FilingView } from './filing-view';

/** What finance should look at before it confirms a filing. */
export type FilingMarks = {
  /** Its serial number stands in another filing, or on another payment. */
  isSerialUsed: boolean;
  /** The payer chose another level's amount than the one that is owed. */
  isOtherLevel: boolean;
  /** 多交, less than nothing for 少交. */
  differenceFen: number;
};

/** A filing as finance reads it: with its marks, whose standard the payer chose, and whose is owed. */
export type MarkedFiling = FilingView & FilingMarks & { level: Level | null; ownLevel: Level };

/** Whether confirming it, which cannot be undone, takes a second look. */
export function isMarked({ isSerialUsed, isOtherLevel, differenceFen }: FilingMarks): boolean {
  return isSerialUsed || isOtherLevel || differenceFen !== 0;
}

type Row = { filedAt: Date; amountFen: number; payments: readonly Paid[] };
type Paid = { amountFen: number; leftFen: number; refundOfId: string | null; createdAt: Date };
type View = { state: FilingState; openFen: number; forRefund: boolean; refunded: boolean };

/**
 * 多交 of a filing, in fen, less than nothing for 少交. While it waits: what of its money is yet to be counted against what is
 * open now. Once it is confirmed: what its payments have over against what is still open.
 */
export function differenceFen(row: Row, { state, openFen, forRefund, refunded }: View): number {
  if (state === 'returned' || forRefund || refunded) return 0;
  if (state === 'pending') return Math.max(0, row.amountFen - arrivedFen(row)) - openFen;
  return row.payments.reduce((sum, { leftFen }) => sum + leftFen, 0) - openFen;
}

import type { FilingState } from '../generated/prisma/enums';
import { arrivedFen } from './arrived';

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

import 'server-only';
import type { Tx } from '../db';
import type { ChargeState } from '../generated/prisma/enums';
import { OPEN_REFUND } from './states';

/** Money that could go back: what is over of a payment, or what it put on a charge that is owed no longer. */
export type MoneyRef = { paymentId: string; chargeId: string | null };

/** What refunds under way will take of it, in fen. */
export async function spokenForFen(tx: Tx, { paymentId, chargeId }: MoneyRef): Promise<number> {
  const { _sum } = await tx.refund.aggregate({
    where: { paymentId, chargeId, state: { in: [...OPEN_REFUND] } },
    _sum: { amountFen: true },
  });
  return _sum.amountFen ?? 0;
}

type Allocated = { chargeId: string; amountFen: number };
type PaymentFacts = { leftFen: number; allocations: Allocated[]; refunds: { allocations: Allocated[] }[] };

/** What of a payment lies there to be given back, refunds under way not counted. A charge that is owed keeps its money. */
export function refundableFen(payment: PaymentFacts, charge: { id: string; state: ChargeState } | null): number {
  if (!charge) return Math.max(0, payment.leftFen);
  if (charge.state !== 'cancelled') return 0;
  return [payment, ...payment.refunds]
    .flatMap(({ allocations }) => allocations)
    .reduce((sum, { chargeId, amountFen }) => sum + (chargeId === charge.id ? amountFen : 0), 0);
}

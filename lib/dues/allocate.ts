import 'server-only';
import type { Tx } from '../db';
import { paidFen } from './paid';

type OpenCharge = { id: string; year: number; amountFen: number; allocations: { amountFen: number }[] };

/** Spreads a payment over charges, oldest year first, each up to its amount. What is left over stays unallocated. */
export async function allocate(tx: Tx, payment: { id: string; amountFen: number }, charges: OpenCharge[]): Promise<void> {
  let left = payment.amountFen;
  for (const charge of charges.toSorted((one, other) => one.year - other.year)) {
    const open = charge.amountFen - paidFen(charge);
    const amountFen = Math.min(left, open);
    if (amountFen <= 0) continue;
    await tx.allocation.create({ data: { paymentId: payment.id, chargeId: charge.id, amountFen } });
    left -= amountFen;
  }
}

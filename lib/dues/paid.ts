import type { ChargeState } from '../generated/prisma/enums';

/** What has been allocated to a charge so far, in fen. */
export function paidFen({ allocations }: { allocations: { amountFen: number }[] }): number {
  return allocations.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** A charge is paid exactly when its allocations reach its amount (product 6); a fen short is unpaid. */
export function isUnpaid(charge: { state: ChargeState; amountFen: number; allocations: { amountFen: number }[] }): boolean {
  return charge.state === 'open' && paidFen(charge) < charge.amountFen;
}

/** The years that a payment pays, each once, in order. */
export function yearsOf({ allocations }: { allocations: readonly { charge: { year: number } }[] }): number[] {
  return [...new Set(allocations.map(({ charge }) => charge.year))].toSorted();
}

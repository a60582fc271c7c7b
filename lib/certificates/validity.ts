import { type Day, yearOf } from '../days';
import { isUnpaid } from '../dues/paid';
import type { ChargeState } from '../generated/prisma/enums';

export type ValidityFacts = {
  joinedOn: Day;
  charges: readonly { year: number; dueOn: Day; amountFen: number; state: ChargeState; allocations: { amountFen: number }[] }[];
};

/**
 * 有效期至: the due date of the next unpaid year, so that nobody's certificate lapses in January. An open charge has its
 * own due date; when all are settled it is the coming year's (`dueOn`, MM-DD).
 */
export function validUntil({ joinedOn, charges }: ValidityFacts, dueOn: string): Day {
  const unpaid = charges.filter(isUnpaid).map((charge) => charge.dueOn);
  const [next] = unpaid.toSorted();
  if (next) return next;
  const settled = Math.max(yearOf(joinedOn), ...charges.filter(({ state }) => state !== 'cancelled').map(({ year }) => year));
  return `${settled + 1}-${dueOn}`;
}

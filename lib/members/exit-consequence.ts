import 'server-only';
import { isUntouched } from '../dues/cancel-charges';
import { isUnpaid, paidFen } from '../dues/paid';
import type { LoadedMember } from './load-member';

/** What leaving means for the dues, to be shown before anybody asks or decides (product 5). */
export type ExitConsequence = {
  /** What is owed still. `untouched`: nobody has paid or filed anything of it, so that it can be cancelled along with leaving. */
  open: { id: string; year: number; topUp: boolean; openFen: number; untouched: boolean }[];
  /** This year, and what was paid of its dues: not given back by leaving. */
  year: number;
  paidFen: number;
};

export function exitConsequence({ company: { charges } }: LoadedMember, year: number): ExitConsequence {
  const ofYear = charges.filter((charge) => charge.year === year && charge.state !== 'cancelled');
  return {
    open: charges.filter(isUnpaid).map((charge) => ({
      ...{ id: charge.id, year: charge.year, topUp: charge.kind === 'topUp', untouched: isUntouched(charge) },
      openFen: charge.amountFen - paidFen(charge),
    })),
    year,
    paidFen: ofYear.reduce((sum, charge) => sum + paidFen(charge), 0),
  };
}

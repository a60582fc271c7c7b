import { type ChargeFilter, chargeFilters } from './list-charges';
import { duesYear } from './schema';

/** What an address asks a list of charges for; anything unknown is left out. */
export function readChargeFilter(query: Record<string, string | undefined>): ChargeFilter {
  const year = duesYear.safeParse(query.year);
  return {
    status: chargeFilters.find((status) => status === query.status) ?? 'all',
    year: year.success ? year.data : null,
    search: (query.search ?? '').slice(0, 100),
  };
}

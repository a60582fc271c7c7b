import { type Day, dayOf } from '../days';
import { isUnpaid } from '../dues/paid';
import type { ChargeKind, FilingState } from '../generated/prisma/enums';

/** 会费情况: what of the dues is open today, and of which year. */
export type Standing = { status: 'settled' | 'pending' | 'unpaid' | 'overdue'; year: number | null };

type ChargeFacts = Parameters<typeof isUnpaid>[0] & {
  year: number;
  kind: ChargeKind;
  dueOn: Date | Day;
  filings: (FilingState | { filing: { state: FilingState } })[];
};

/**
 * Derived, never stored (product 6). The oldest open year decides: its filing is pending, or it is late, or there is time
 * yet. A top-up is owed, but never turns a paid year into 欠费.
 */
export function standingOf(charges: readonly ChargeFacts[], day: Day): Standing {
  const open = charges.filter(isUnpaid).toSorted((one, other) => one.year - other.year || rank(one) - rank(other));
  const [oldest] = open;
  if (!oldest) return { status: 'settled', year: null };
  if (open.every(({ filings }) => filings.some(isPending))) return { status: 'pending', year: oldest.year };
  const late = open.find(({ kind, dueOn }) => kind === 'standard' && asDay(dueOn) < day);
  return late ? { status: 'overdue', year: late.year } : { status: 'unpaid', year: oldest.year };
}

const rank = ({ kind }: ChargeFacts) => (kind === 'standard' ? 0 : 1);
const asDay = (dueOn: Date | Day) => (typeof dueOn === 'string' ? dueOn : dayOf(dueOn));
const isPending = (filing: ChargeFacts['filings'][number]) => (typeof filing === 'string' ? filing : filing.filing.state) === 'pending';

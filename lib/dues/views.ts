import { type Day, dayOf } from '../days';
import type { ChargeState, FilingState } from '../generated/prisma/enums';
import { paidFen } from './paid';

/** What the yearly row that members and staff see is computed from. */
export type ChargeFacts = {
  state: ChargeState;
  amountFen: number;
  allocations: { amountFen: number }[];
  filings: { filing: { state: FilingState } }[];
  receipts: unknown[];
};

export type DuesStatus = 'unpaid' | 'paid' | 'waived' | 'toRefund' | 'refunded' | 'cancelled';
export type BusinessStatus = 'none' | 'pending' | 'returned' | 'confirmed';

/** 状态, 业务状态 and 是否开票 of a charge (product 6): derived here, in one place, and stored nowhere. */
export function duesStatusOf(charge: ChargeFacts): { status: DuesStatus; business: BusinessStatus; receipted: boolean } {
  const paid = paidFen(charge);
  const filings = charge.filings.map(({ filing }) => filing.state);
  return {
    status: statusOf(charge, paid, filings),
    business: businessOf(paid, charge.amountFen, filings),
    receipted: charge.receipts.length > 0,
  };
}

function statusOf(charge: ChargeFacts, paid: number, filings: FilingState[]): DuesStatus {
  if (charge.state === 'waived') return 'waived';
  if (charge.state === 'cancelled') {
    if (paid > 0 || filings.includes('pending')) return 'toRefund';
    return charge.allocations.length > 0 ? 'refunded' : 'cancelled';
  }
  return paid >= charge.amountFen ? 'paid' : 'unpaid';
}

function businessOf(paid: number, amountFen: number, filings: FilingState[]): BusinessStatus {
  if (paid >= amountFen || filings.includes('confirmed')) return 'confirmed';
  if (filings.includes('pending')) return 'pending';
  return filings.includes('returned') ? 'returned' : 'none';
}

/** The yearly row that members and staff see: 交费年度, 状态, 交费金额, 交费方式, 业务状态, 是否开票. */
export type DuesRow = {
  id: string;
  year: number;
  amountFen: number;
  dueOn: Day;
  status: DuesStatus;
  business: BusinessStatus;
  receipted: boolean;
  /** Null until something was filed. */
  method: 'bank' | null;
};

export function viewDuesRow(charge: ChargeFacts & { id: string; year: number; dueOn: Date }): DuesRow {
  const { id, year, amountFen, dueOn, filings } = charge;
  return { id, year, amountFen, dueOn: dayOf(dueOn), method: filings.length ? 'bank' : null, ...duesStatusOf(charge) };
}

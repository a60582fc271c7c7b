import { type Day, dayOf } from '../days';
import type { ChargeKind, ChargeState, FilingState, PaymentSource, ReceiptState } from '../generated/prisma/enums';
import { paidFen } from './paid';

/** What the yearly row that members and staff see is computed from. */
export type ChargeFacts = {
  state: ChargeState;
  amountFen: number;
  allocations: { amountFen: number; payment: { source: PaymentSource; awaitsFiling: boolean } }[];
  filings: { filing: { state: FilingState } }[];
  receipts: { receipt: { state: ReceiptState; fileId: string | null } }[];
};

/** What a query loads of a charge so that its row can be computed. */
export const chargeFacts = {
  allocations: { include: { payment: { select: { source: true, awaitsFiling: true } } } },
  filings: { include: { filing: { select: { state: true } } } },
  receipts: { include: { receipt: { select: { state: true, fileId: true } } } },
} as const;

export type DuesStatus = 'unpaid' | 'paid' | 'waived' | 'toRefund' | 'refunded' | 'cancelled';
export type BusinessStatus = 'none' | 'pending' | 'returned' | 'unfiled' | 'confirmed';

/** 状态, 业务状态 and 是否开票 of a charge (product 6): derived here, in one place, and stored nowhere. */
export function duesStatusOf(charge: ChargeFacts): { status: DuesStatus; business: BusinessStatus; receipted: boolean } {
  const paid = paidFen(charge);
  const filings = charge.filings.map(({ filing }) => filing.state);
  const unfiled = charge.state === 'open' && charge.allocations.some(({ payment }) => payment.awaitsFiling);
  return {
    status: unfiled ? 'unpaid' : statusOf(charge, paid, filings),
    business: businessOf({ paid, amountFen: charge.amountFen, filings, unfiled }),
    receipted: receiptOf(charge)?.state === 'issued',
  };
}

/** The valid receipt; else one that was reversed (冲红), when nothing stands in its place yet. */
export function receiptOf<R extends { state: ReceiptState }>({ receipts }: { receipts: { receipt: R }[] }): R | null {
  return (receipts.find(({ receipt }) => receipt.state === 'issued') ?? receipts[0])?.receipt ?? null;
}

// Of a year whose rest was waived the part that was asked for is paid.
function statusOf(charge: ChargeFacts, paid: number, filings: FilingState[]): DuesStatus {
  if (charge.state === 'waived') return paid > 0 ? 'paid' : 'waived';
  if (charge.state === 'cancelled') {
    if (paid > 0 || filings.includes('pending')) return 'toRefund';
    return charge.allocations.length > 0 ? 'refunded' : 'cancelled';
  }
  return paid >= charge.amountFen ? 'paid' : 'unpaid';
}

type Business = { paid: number; amountFen: number; filings: FilingState[]; unfiled: boolean };

// What waits for somebody comes before what is done: after a short payment another filing may be under way.
function businessOf({ paid, amountFen, filings, unfiled }: Business): BusinessStatus {
  if (paid >= amountFen && !unfiled) return 'confirmed';
  if (filings.includes('pending')) return 'pending';
  if (unfiled) return 'unfiled';
  if (filings.includes('returned') && (paid === 0 || !filings.includes('confirmed'))) return 'returned';
  return filings.includes('confirmed') ? 'confirmed' : 'none';
}

/** The yearly row that members and staff see: 交费年度, 状态, 交费金额, 交费方式, 业务状态, 是否开票. */
export type DuesRow = {
  id: string;
  year: number;
  kind: ChargeKind;
  amountFen: number;
  /** What is still to pay; nothing of a year that is waived or cancelled. */
  openFen: number;
  dueOn: Day;
  status: DuesStatus;
  business: BusinessStatus;
  receipted: boolean;
  /** To download; of one from the old system there is no file. */
  receipt: { state: ReceiptState; fileId: string | null } | null;
  /** Null until something was filed or paid. */
  method: 'bank' | 'online' | null;
};

export type ChargeRow = ChargeFacts & { id: string; year: number; kind: ChargeKind; dueOn: Date };

export function viewDuesRow(charge: ChargeRow): DuesRow {
  const { id, year, kind, amountFen, dueOn } = charge;
  const openFen = charge.state === 'open' ? amountFen - paidFen(charge) : 0;
  return {
    id,
    year,
    kind,
    amountFen,
    openFen,
    dueOn: dayOf(dueOn),
    method: methodOf(charge),
    ...duesStatusOf(charge),
    receipt: viewOf(charge),
  };
}

function viewOf(charge: ChargeFacts): DuesRow['receipt'] {
  const receipt = receiptOf(charge);
  return receipt && { state: receipt.state, fileId: receipt.state === 'issued' ? receipt.fileId : null };
}

function methodOf({ allocations, filings }: ChargeFacts): DuesRow['method'] {
  if (allocations.some(({ payment }) => payment.source === 'online')) return 'online';
  return filings.length || allocations.length ? 'bank' : null;
}

/** Whether a receipt is still to come: of what was filed or paid and is the association's, and not of what goes back. */
export function awaitsReceipt({ status, business, receipted }: Pick<DuesRow, 'status' | 'business' | 'receipted'>): boolean {
  return (status === 'unpaid' || status === 'paid') && (business === 'pending' || (business === 'confirmed' && !receipted));
}

/** A year that its member can pay now: something is open, and nothing that was filed waits for an answer. */
export function isPayable({ openFen, status, business }: Pick<DuesRow, 'openFen' | 'status' | 'business'>): boolean {
  return business === 'unfiled' || (status === 'unpaid' && openFen > 0 && business !== 'pending');
}

import { ChargeState, FilingState, RefundState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type FilingEventName = 'confirm' | 'return' | 'refile';
export type ChargeEventName = 'waive' | 'cancel' | 'reopen';
export type RefundEventName = 'approve' | 'refuse' | 'pay';

/** The life of a filing. A returned one is filed again, corrected, as the same row. */
export const filingTransitions: readonly TransitionRow<FilingState, FilingEventName>[] = [
  { from: 'pending', event: 'confirm', to: 'confirmed' },
  { from: 'pending', event: 'return', to: 'returned', needsReason: true },
  { from: 'returned', event: 'refile', to: 'pending' },
];

/** What is owed: 免交 leaves what was paid where it is, 取消 makes of it money to give back. */
export const chargeTransitions: readonly TransitionRow<ChargeState, ChargeEventName>[] = [
  { from: 'open', event: 'waive', to: 'waived', needsReason: true },
  { from: 'open', event: 'cancel', to: 'cancelled', needsReason: true },
  { from: 'waived', event: 'reopen', to: 'open', needsReason: true },
];

/** Money to give back. A small sum starts as approved; a larger one waits for a second person. */
export const refundTransitions: readonly TransitionRow<RefundState, RefundEventName>[] = [
  { from: 'requested', event: 'approve', to: 'approved' },
  { from: 'requested', event: 'refuse', to: 'refused', needsReason: true },
  { from: 'approved', event: 'refuse', to: 'refused', needsReason: true },
  { from: 'approved', event: 'pay', to: 'done' },
];

export const filingStates: readonly FilingState[] = Object.values(FilingState);
export const chargeStates: readonly ChargeState[] = Object.values(ChargeState);
export const refundStates: readonly RefundState[] = Object.values(RefundState);
/** Refunds whose money is spoken for and has not gone yet. */
export const OPEN_REFUND: readonly RefundState[] = ['requested', 'approved'];

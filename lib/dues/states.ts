import { type ChargeDecision, ChargeState, FilingState, type PaymentSource, RefundState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type FilingEventName = 'confirm' | 'return' | 'refile' | 'void';
export type ChargeEventName = 'proposeWaive' | 'proposeCancel' | 'withdraw' | 'refuse' | 'lapse' | 'waive' | 'cancel' | 'reopen' | 'void';
export type RefundEventName = 'approve' | 'withdraw' | 'refuse' | 'pay';

/** The life of a filing. A returned one is filed again, corrected, as the same row; one whose money was voided waits again. */
export const filingTransitions: readonly TransitionRow<FilingState, FilingEventName>[] = [
  { from: 'pending', event: 'confirm', to: 'confirmed' },
  { from: 'pending', event: 'return', to: 'returned', needsReason: true },
  { from: 'returned', event: 'refile', to: 'pending' },
  { from: 'confirmed', event: 'void', to: 'pending', needsReason: true },
];

/**
 * What is owed: 免交 leaves what was paid where it is, 取消 makes of it money to give back. Proposed, it is owed as before; so it
 * is once its money is voided, whatever was decided.
 */
export const chargeTransitions: readonly TransitionRow<ChargeState, ChargeEventName>[] = [
  { from: 'open', event: 'proposeWaive', to: 'open', needsReason: true },
  { from: 'open', event: 'proposeCancel', to: 'open', needsReason: true },
  { from: 'open', event: 'withdraw', to: 'open', needsReason: true },
  { from: 'open', event: 'refuse', to: 'open', needsReason: true },
  { from: 'open', event: 'lapse', to: 'open' },
  { from: 'open', event: 'waive', to: 'waived', needsReason: true },
  { from: 'open', event: 'cancel', to: 'cancelled', needsReason: true },
  { from: 'waived', event: 'reopen', to: 'open', needsReason: true },
  { from: 'open', event: 'void', to: 'open', needsReason: true },
  { from: 'cancelled', event: 'void', to: 'open', needsReason: true },
];

/** What happens among staff before a decision stands; members are not told of it. */
export const PROPOSING: readonly string[] = ['proposeWaive', 'proposeCancel', 'withdraw', 'refuse', 'lapse'] satisfies ChargeEventName[];

/** No decision that waits for a second person. */
export const NOT_PROPOSED = { proposed: null, proposedReason: null, proposedById: null } as const;

export const proposalEvents: Record<ChargeDecision, ChargeEventName> = { waive: 'proposeWaive', cancel: 'proposeCancel' };

/** Money to give back. A small sum starts as approved; a larger one waits for a second person. */
export const refundTransitions: readonly TransitionRow<RefundState, RefundEventName>[] = [
  { from: 'requested', event: 'approve', to: 'approved' },
  { from: 'requested', event: 'withdraw', to: 'refused', needsReason: true },
  { from: 'requested', event: 'refuse', to: 'refused', needsReason: true },
  { from: 'approved', event: 'withdraw', to: 'refused', needsReason: true },
  { from: 'approved', event: 'refuse', to: 'refused', needsReason: true },
  { from: 'approved', event: 'pay', to: 'done' },
];

export const filingStates: readonly FilingState[] = Object.values(FilingState);
export const chargeStates: readonly ChargeState[] = Object.values(ChargeState);
export const refundStates: readonly RefundState[] = Object.values(RefundState);
/** Money that people recorded; of what came online the provider tells. */
export const VOIDABLE: readonly PaymentSource[] = ['manual', 'bank', 'import'];
export const isVoidable = (source: PaymentSource) => VOIDABLE.includes(source);

/** Refunds whose money is spoken for and has not gone yet. */
export const OPEN_REFUND: readonly RefundState[] = ['requested', 'approved'];

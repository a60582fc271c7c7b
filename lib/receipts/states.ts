import { ReceiptImportState, ReceiptRequestState, ReceiptState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type ReceiptEventName = 'reverse';
export type RequestEventName = 'answer' | 'decline' | 'fulfil';
export type ReceiptImportEvent = 'finish' | 'fail' | 'commit' | 'discard';

/** A receipt is never changed: a wrong one is taken back by a red one (冲红), and another is issued in its place. */
export const receiptTransitions: readonly TransitionRow<ReceiptState, ReceiptEventName>[] = [
  { from: 'issued', event: 'reverse', to: 'reversed', needsReason: true },
];

/** What a member asks of a receipt: 换开 is fulfilled by reversing it, everything is answered in words. */
export const requestTransitions: readonly TransitionRow<ReceiptRequestState, RequestEventName>[] = [
  { from: 'open', event: 'answer', to: 'answered', needsReason: true },
  { from: 'open', event: 'decline', to: 'declined', needsReason: true },
  { from: 'open', event: 'fulfil', to: 'fulfilled' },
];

/** Receipts that come in many at once are read, looked at, and recorded all together or not at all. */
export const receiptImportTransitions: readonly TransitionRow<ReceiptImportState, ReceiptImportEvent>[] = [
  { from: 'reading', event: 'finish', to: 'ready' },
  { from: 'reading', event: 'fail', to: 'failed' },
  { from: 'ready', event: 'commit', to: 'committed' },
  { from: 'reading', event: 'discard', to: 'discarded' },
  { from: 'ready', event: 'discard', to: 'discarded' },
  { from: 'failed', event: 'discard', to: 'discarded' },
];

export const receiptStates: readonly ReceiptState[] = Object.values(ReceiptState);
export const requestStates: readonly ReceiptRequestState[] = Object.values(ReceiptRequestState);
export const receiptImportStates: readonly ReceiptImportState[] = Object.values(ReceiptImportState);

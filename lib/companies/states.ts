import type { ChangeState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type NoticeEventName = 'acknowledge' | 'undo';
export type RequestEventName = 'confirm' | 'return' | 'resubmit' | 'withdraw';
export type ExitEventName = 'accept' | 'decline' | 'withdraw';
/** How a change begins that staff make on a letter: in force, and looked at. */
export type LetterEventName = 'replace';
export type ChangeEventName = NoticeEventName | RequestEventName | ExitEventName | LetterEventName;

/** A change that is in force already and of which staff are told; they may take it back also later. */
export const noticeTransitions: readonly TransitionRow<ChangeState, NoticeEventName>[] = [
  { from: 'pending', event: 'acknowledge', to: 'acknowledged' },
  { from: 'pending', event: 'undo', to: 'undone', needsReason: true },
  { from: 'acknowledged', event: 'undo', to: 'undone', needsReason: true },
];

/** A change that comes into force when staff confirm it. A returned one is corrected as the same row. */
export const requestTransitions: readonly TransitionRow<ChangeState, RequestEventName>[] = [
  { from: 'pending', event: 'confirm', to: 'confirmed' },
  { from: 'pending', event: 'return', to: 'returned', needsReason: true },
  { from: 'pending', event: 'withdraw', to: 'withdrawn' },
  { from: 'returned', event: 'resubmit', to: 'pending' },
  { from: 'returned', event: 'withdraw', to: 'withdrawn' },
];

/** 退会申请: staff decide, the member may take it back until then. */
export const exitTransitions: readonly TransitionRow<ChangeState, ExitEventName>[] = [
  { from: 'pending', event: 'accept', to: 'confirmed' },
  { from: 'pending', event: 'decline', to: 'declined', needsReason: true },
  { from: 'pending', event: 'withdraw', to: 'withdrawn' },
];

/** A request that no other may stand beside. */
export const OPEN_REQUEST: readonly ChangeState[] = ['pending', 'returned'];

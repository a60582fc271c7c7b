import { ApplicationState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type ApplicationEventName = 'submit' | 'return' | 'reject' | 'pass' | 'approve' | 'withdraw';

/** The life of an application: every way from one state to another there is. Whether 初审 is asked for is a setting. */
export const applicationTransitions: readonly TransitionRow<ApplicationState, ApplicationEventName>[] = [
  { from: 'draft', event: 'submit', to: 'submitted' },
  { from: 'draft', event: 'withdraw', to: 'withdrawn' },
  { from: 'submitted', event: 'return', to: 'returned', needsReason: true },
  { from: 'submitted', event: 'reject', to: 'rejected', needsReason: true },
  { from: 'submitted', event: 'pass', to: 'passed' },
  { from: 'submitted', event: 'approve', to: 'approved' },
  { from: 'submitted', event: 'withdraw', to: 'withdrawn' },
  { from: 'passed', event: 'return', to: 'returned', needsReason: true },
  { from: 'passed', event: 'reject', to: 'rejected', needsReason: true },
  { from: 'passed', event: 'approve', to: 'approved' },
  { from: 'returned', event: 'submit', to: 'submitted' },
  { from: 'returned', event: 'withdraw', to: 'withdrawn' },
];

/** The association's turn to decide. */
export const DECIDABLE: readonly ApplicationState[] = ['submitted', 'passed'];
/** The applicant may change the answers. */
export const EDITABLE: readonly ApplicationState[] = ['draft', 'returned'];
/** Nothing leads on from here. */
export const TERMINAL: readonly ApplicationState[] = ['approved', 'rejected', 'withdrawn'];

export const applicationStates: readonly ApplicationState[] = Object.values(ApplicationState);

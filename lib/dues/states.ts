import { FilingState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type FilingEventName = 'confirm' | 'return' | 'refile';

/** The life of a filing. A returned one is filed again, corrected, as the same row. */
export const filingTransitions: readonly TransitionRow<FilingState, FilingEventName>[] = [
  { from: 'pending', event: 'confirm', to: 'confirmed' },
  { from: 'pending', event: 'return', to: 'returned', needsReason: true },
  { from: 'returned', event: 'refile', to: 'pending' },
];

export const filingStates: readonly FilingState[] = Object.values(FilingState);

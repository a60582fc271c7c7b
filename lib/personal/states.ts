import type { ErasureState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type ErasureEventName = 'accept' | 'decline' | 'withdraw';

/** 注销申请: staff decide, the person may take it back until then. */
export const erasureTransitions: readonly TransitionRow<ErasureState, ErasureEventName>[] = [
  { from: 'pending', event: 'accept', to: 'accepted' },
  { from: 'pending', event: 'decline', to: 'declined', needsReason: true },
  { from: 'pending', event: 'withdraw', to: 'withdrawn' },
];

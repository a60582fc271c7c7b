import { OnlineOrderState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type OnlineOrderEventName = 'pay' | 'close';

/** The life of an order. Money may come for one that we had given up: it is never turned away, and paid is for good. */
export const onlineOrderTransitions: readonly TransitionRow<OnlineOrderState, OnlineOrderEventName>[] = [
  { from: 'open', event: 'pay', to: 'paid' },
  { from: 'closed', event: 'pay', to: 'paid' },
  { from: 'open', event: 'close', to: 'closed' },
];

export const onlineOrderStates: readonly OnlineOrderState[] = Object.values(OnlineOrderState);

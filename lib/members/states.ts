import type { MemberState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

export type MemberEventName = 'suspend' | 'withdraw' | 'expel' | 'reinstate' | 'merge';

/** The life of a membership after it began: every way from one state to another there is. Each needs its reason. */
export const memberTransitions: readonly (TransitionRow<MemberState, MemberEventName> & { needsReason: true })[] = [
  { from: 'active', event: 'suspend', to: 'suspended', needsReason: true },
  { from: 'active', event: 'withdraw', to: 'withdrawn', needsReason: true },
  { from: 'active', event: 'expel', to: 'expelled', needsReason: true },
  { from: 'active', event: 'merge', to: 'withdrawn', needsReason: true },
  { from: 'suspended', event: 'reinstate', to: 'active', needsReason: true },
  { from: 'suspended', event: 'withdraw', to: 'withdrawn', needsReason: true },
  { from: 'suspended', event: 'expel', to: 'expelled', needsReason: true },
  { from: 'suspended', event: 'merge', to: 'withdrawn', needsReason: true },
  { from: 'withdrawn', event: 'reinstate', to: 'active', needsReason: true },
  { from: 'expelled', event: 'reinstate', to: 'active', needsReason: true },
];

/** The membership is over; whoever comes back is reinstated. */
export const ENDED: readonly MemberState[] = ['withdrawn', 'expelled'];

/** What staff decide about one member; merging is about two. */
export const stateEvents = ['suspend', 'reinstate', 'withdraw', 'expel'] as const satisfies readonly MemberEventName[];

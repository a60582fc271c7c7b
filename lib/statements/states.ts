import type { BankRowState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

const bankRowEvents = ['settle', 'ignore', 'reopen', 'void'] as const;
export type BankRowEvent = (typeof bankRowEvents)[number];

/**
 * A row is open until payments stand for all of its money, or somebody says why none of ours is in it; open again once one of
 * them is voided.
 */
export const bankRowTransitions: readonly TransitionRow<BankRowState, BankRowEvent>[] = [
  { from: 'open', event: 'settle', to: 'settled' },
  { from: 'open', event: 'ignore', to: 'ignored', needsReason: true },
  { from: 'ignored', event: 'reopen', to: 'open' },
  { from: 'settled', event: 'void', to: 'open', needsReason: true },
  { from: 'ignored', event: 'void', to: 'open', needsReason: true },
];

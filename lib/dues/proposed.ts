import type { ChargeDecision } from '../generated/prisma/enums';
import { proposalEvents } from './states';

/** What is proposed of a charge and waits for a second person: by whom, when and why. */
export type Proposed = { decision: ChargeDecision; reason: string; by: string; at: Date };

type Row = { proposed: ChargeDecision | null; proposedReason: string | null; events: readonly Event[] };
type Event = { event: string; actorName: string; createdAt: Date };

/** The proposal of a charge with its events, oldest first; null where nothing is proposed. */
export function proposedOf({ proposed, proposedReason, events }: Row): Proposed | null {
  if (!proposed || !proposedReason) return null;
  const asked = events.findLast(({ event }) => event === proposalEvents[proposed]);
  return { decision: proposed, reason: proposedReason, by: asked?.actorName ?? '', at: asked?.createdAt ?? new Date(0) };
}

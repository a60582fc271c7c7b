import * as z from 'zod';
import type { ApplicationEventName } from './states';

export type HistoryEvent = {
  id: string;
  event: ApplicationEventName;
  actorName: string;
  byStaff: boolean;
  reason: string | null;
  createdAt: Date;
};

const eventNames = z.enum(['submit', 'return', 'reject', 'pass', 'approve', 'withdraw'] satisfies ApplicationEventName[]);
const STAFF_EVENTS: readonly ApplicationEventName[] = ['return', 'reject', 'pass', 'approve'];

type EventRow = { id: string; event: string; actorName: string; reason: string | null; createdAt: Date };

export function viewEvent({ id, event, actorName, reason, createdAt }: EventRow): HistoryEvent {
  const name = eventNames.parse(event);
  return { id, event: name, actorName, byStaff: STAFF_EVENTS.includes(name), reason, createdAt };
}

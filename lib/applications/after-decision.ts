import 'server-only';
import * as z from 'zod';
import type { AccountActor, Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { db } from '../db';
import { findQueuePlace } from './queue-place';
import type { ApplicationEventName } from './states';
import { viewEvent } from './views';

/** Where a reviewer goes on after the first decision on an application: the next that waits, else one before it. */
export async function findNextInQueue(actor: Actor, applicationId: string): Promise<string | null> {
  authorize(actor, 'application.list', null);
  const decided = await db().application.findUnique({ where: { id: applicationId }, select: lastDecision });
  if (!decided?.submittedAt || decided.events[0]?.from !== 'submitted') return null;
  const { nextId, previousId } = await findQueuePlace({ id: applicationId, submittedAt: decided.submittedAt });
  return nextId ?? previousId;
}

export type Decided = { id: string; companyName: string; event: ApplicationEventName; memberNumber: string | null };

/** What the actor has just decided on the application that they came from; null when the last word on it was not theirs. */
export async function findDecided(actor: AccountActor, applicationId: string): Promise<Decided | null> {
  if (!z.uuid().safeParse(applicationId).success) return null;
  const found = await db().application.findUnique({ where: { id: applicationId }, select: lastDecision });
  if (!found?.currentSnapshot || !isAllowed(actor, 'application.view', found)) return null;
  const [last] = found.events;
  if (!last || last.actorId !== actor.id) return null;
  const { event } = viewEvent(last);
  return { id: applicationId, companyName: found.currentSnapshot.companyName, event, memberNumber: found.member?.number ?? null };
}

const lastDecision = {
  registrantId: true,
  submittedAt: true,
  currentSnapshot: { select: { companyName: true } },
  member: { select: { number: true } },
  events: { orderBy: { createdAt: 'desc' }, take: 1 },
} as const;

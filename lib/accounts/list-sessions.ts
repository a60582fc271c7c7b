import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { db } from '../db';
import { deviceWords } from './device-words';
import { idleMs } from './sessions';

export type SessionView = { id: string; device: string; address: string; signedInAt: Date; seenAt: Date; isThis: boolean };

/** Where one is signed in now: this session first, then the one seen last. */
export async function listOwnSessions(actor: AccountActor): Promise<SessionView[]> {
  authorize(actor, 'session.list', { accountId: actor.id });
  const at = await now();
  const rows = await db().session.findMany({
    where: { accountId: actor.id, revokedAt: null, endsAt: { gt: at }, seenAt: { gt: new Date(at.getTime() - idleMs(actor)) } },
    orderBy: { seenAt: 'desc' },
  });
  const views = rows.map(({ id, userAgent, address, createdAt, seenAt }) => ({
    ...{ id, device: deviceWords(userAgent), address, signedInAt: createdAt, seenAt, isThis: id === actor.sessionId },
  }));
  return views.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
}

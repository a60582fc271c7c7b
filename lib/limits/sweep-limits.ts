import 'server-only';
import { now } from '../clock';
import { db } from '../db';

const DAY_MS = 86_400_000;

/** Forgets counters, codes, pictures, used challenges and form keys that have no meaning any more. */
export async function sweepLimits(): Promise<void> {
  const at = (await now()).getTime();
  await db().limit.deleteMany({ where: { endsAt: { lt: new Date(at - 2 * DAY_MS) } } });
  await db().smsChallenge.deleteMany({ where: { expiresAt: { lt: new Date(at - DAY_MS) } } });
  await db().usedChallenge.deleteMany({ where: { expiresAt: { lt: new Date(at - DAY_MS) } } });
  await db().pictureCode.deleteMany({ where: { expiresAt: { lt: new Date(at - DAY_MS) } } });
  await db().idempotency.deleteMany({ where: { createdAt: { lt: new Date(at - 2 * DAY_MS) } } });
}

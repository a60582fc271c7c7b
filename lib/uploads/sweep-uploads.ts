import 'server-only';
import { now } from '../clock';
import { db } from '../db';
import { clearBytes } from './clear-bytes';

const HOURS = 24;

/** Clears away uploads that were announced a day ago and never completed, with whatever bytes they left. */
export async function sweepUploads(): Promise<void> {
  const before = new Date((await now()).getTime() - HOURS * 3_600_000);
  const stale = await db().file.findMany({
    where: { state: 'quarantined', createdAt: { lt: before } },
    select: { id: true, key: true },
    take: 1000,
  });
  for (const { id, key } of stale) {
    await clearBytes(key);
    await db().file.updateMany({ where: { id, state: 'quarantined' }, data: { state: 'retired', retiredAt: await now() } });
  }
}

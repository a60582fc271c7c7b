import 'server-only';
import * as z from 'zod';
import { type Day, dayInShanghai } from './days';
import { db, type Tx } from './db';

const row = z.tuple([z.object({ now: z.date() })]);

let offsetMs = 0;

const KEPT_MS = 10_000;
let database = { aheadMs: 0, askedAt: Number.NEGATIVE_INFINITY };

/**
 * The time by the database's clock, so that all instances agree. Nothing in `lib` asks another clock. By how much this
 * machine's clock is off is asked every ten seconds: asked each time, it was every fifth statement of a command.
 */
export async function now(tx: Tx = db()): Promise<Date> {
  const before = Date.now();
  if (Math.abs(before - database.askedAt) > KEPT_MS) {
    const [{ now: at }] = row.parse(await tx.$queryRaw`SELECT clock_timestamp() AS now`);
    const askedAt = Date.now();
    database = { aheadMs: at.getTime() - Math.round((before + askedAt) / 2), askedAt };
  }
  return adjusted(new Date(Date.now() + database.aheadMs));
}

/** For a statement that reads the database's clock along with its rows. */
export function adjusted(at: Date): Date {
  return new Date(at.getTime() + offsetMs);
}

/** Today's date in Beijing. */
export async function today(tx: Tx = db()): Promise<Day> {
  return dayInShanghai(await now(tx));
}

/** For a statement that writes the database's clock: by how much a test has moved it. */
export function clockShiftMs(): number {
  return offsetMs;
}

/** Tests only: moves `now` by so many milliseconds against the database's clock. */
export function shiftClock(ms: number): void {
  offsetMs = ms;
}

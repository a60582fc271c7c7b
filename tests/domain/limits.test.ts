import { now, shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { consumeLimits } from '../../lib/limits/consume-limits';
import { countTry, forgiveTries } from '../../lib/limits/lockout';
import { sweepLimits } from '../../lib/limits/sweep-limits';
import { asSuperuser, withDatabase } from '../support/database';

withDatabase();

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const rule = (key: string, max: number, seconds = 60) => ({ key, max, seconds });
const limited = { code: 'limited' };
const rowsOf = (...keys: string[]) => db().limit.findMany({ where: { key: { in: keys } }, orderBy: [{ key: 'asc' }, { windowMs: 'asc' }] });

describe('a limit', () => {
  it('allows as many as it says in a window, and says exactly when the next may come', async () => {
    await consumeLimits([rule('two', 2)]);
    await consumeLimits([rule('two', 2)]);
    const [row] = await rowsOf('two');
    await expect(consumeLimits([rule('two', 2)])).rejects.toMatchObject({ ...limited, details: { retryAt: row?.endsAt } });
    shiftClock(61 * SECOND);
    await consumeLimits([rule('two', 2)]);
    expect((await rowsOf('two')).map(({ count }) => count)).toEqual([1]);
  });

  it('counts exactly when many ask at the same moment', async () => {
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => consumeLimits([rule('busy', 7), rule('busy', 20, 3600)])));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
    expect((await rowsOf('busy')).map(({ count }) => count)).toEqual([7, 7]);
  });

  it('counts against all rules or against none: what one refuses does not use up another', async () => {
    await consumeLimits([rule('phone', 1), rule('address', 5)]);
    const before = await rowsOf('phone', 'address');
    await expect(consumeLimits([rule('phone', 1), rule('address', 5)])).rejects.toMatchObject(limited);
    await expect(consumeLimits([rule('address', 5), rule('phone', 1)])).rejects.toMatchObject(limited);
    expect(await rowsOf('phone', 'address')).toEqual(before);
  });

  it('that several rules refuse is over when the last of them is', async () => {
    await consumeLimits([rule('several', 1, 60), rule('several', 1, 3600)]);
    const [, hour] = await rowsOf('several');
    await expect(consumeLimits([rule('several', 1, 60), rule('several', 1, 3600)])).rejects.toMatchObject({
      details: { retryAt: hour?.endsAt },
    });
  });

  it("goes by the database's clock: a row that it wrote ends when the database says", async () => {
    await consumeLimits([rule('clock', 1)]);
    const [row] = await rowsOf('clock');
    expect(Math.abs((row?.endsAt.getTime() ?? 0) - 60 * SECOND - (await now()).getTime())).toBeLessThan(5 * SECOND);
  });

  it('lets nobody through when it cannot count', async () => {
    const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
    await asSuperuser('REVOKE INSERT ON "Limit" FROM app', name);
    try {
      await expect(consumeLimits([rule('closed', 100)])).rejects.toThrow(/permission denied/);
      await expect(countTry('closed')).rejects.toThrow(/permission denied/);
    } finally {
      await asSuperuser('GRANT INSERT ON "Limit" TO app', name);
    }
  });
});

describe('sweeping limits', () => {
  it('forgets what ended two days ago, and no lockout or window that still counts', async () => {
    await consumeLimits([rule('old', 1, 60), rule('long', 1, 72 * 3600)]);
    for (let n = 0; n < 5; n++) await countTry('locked');
    shiftClock(47 * HOUR);
    await sweepLimits();
    expect(await rowsOf('old', 'long', 'locked')).toHaveLength(3);
    shiftClock(50 * HOUR);
    await sweepLimits();
    expect((await rowsOf('old', 'long', 'locked')).map(({ key }) => key)).toEqual(['long']);
  });
});

describe('a lockout', () => {
  it('is forgotten by a success, and only that key', async () => {
    for (const key of ['mine', 'theirs']) for (let n = 0; n < 5; n++) await countTry(key);
    await forgiveTries('mine');
    await expect(countTry('mine')).resolves.toBeUndefined();
    await expect(countTry('theirs')).rejects.toMatchObject(limited);
  });
});

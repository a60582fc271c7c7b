import { now, shiftClock, today } from '../../lib/clock';
import { db } from '../../lib/db';
import { asSuperuser, withDatabase } from '../support/database';
import { newPhone } from '../support/people';

withDatabase();

const SECOND = 1000;

// As a server is set up in China: before anything connects.
beforeAll(() => asSuperuser(`ALTER DATABASE ${new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)} SET timezone = 'Asia/Shanghai'`));

describe('the clock', () => {
  it('tells the moment, whatever time zone the database is set to', async () => {
    expect(Math.abs((await now()).getTime() - Date.now())).toBeLessThan(5 * SECOND);
  });

  it('is the database’s also while the machine’s own clock is wrong, and when that is put right', async () => {
    const right = Date.now;
    const wrong = jest.spyOn(Date, 'now').mockImplementation(() => right() + 3600 * SECOND);
    expect(Math.abs((await now()).getTime() - right())).toBeLessThan(5 * SECOND);
    wrong.mockRestore();
    expect(Math.abs((await now()).getTime() - right())).toBeLessThan(5 * SECOND);
  });

  it('agrees with the moments that the database writes by itself, and reads back what was written', async () => {
    const { createdAt } = await db().account.create({ data: { phone: newPhone(), name: '张建国' } });
    expect(Math.abs(createdAt.getTime() - Date.now())).toBeLessThan(5 * SECOND);

    const endsAt = new Date('2026-12-31T15:59:59.999Z');
    await db().limit.create({ data: { key: 'kept', windowMs: 1, startsAt: endsAt, endsAt, count: 1 } });
    expect(await db().limit.findFirst({ where: { key: 'kept' } })).toMatchObject({ startsAt: endsAt, endsAt });
  });

  it('turns the day at midnight in Beijing', async () => {
    const toMidnight = new Date('2026-12-31T16:00:00Z').getTime() - (await now()).getTime();
    shiftClock(toMidnight - 5 * SECOND);
    expect(await today()).toBe('2026-12-31');
    shiftClock(toMidnight + SECOND);
    expect(await today()).toBe('2027-01-01');
  });
});

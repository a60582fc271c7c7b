import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { changeSetting } from '../../lib/settings/change-setting';
import { forgetSettings } from '../../lib/settings/get-setting';
import { withDatabase } from '../support/database';
import { sendCode } from '../support/human-checks';
import { aVisitor, newPhone, staffWith } from '../support/people';

withDatabase();

const MINUTE = 60_000;
const send = (phone: string, actor = aVisitor()) => sendCode(actor, { phone, purpose: 'register' });
const sentTo = (phone: string) => db().smsChallenge.count({ where: { phone } });
const limited = expect.objectContaining({ code: 'limited' });

describe('the limits of sending codes', () => {
  it('allow one a minute to a phone, and say when the next may be asked for', async () => {
    const phone = newPhone();
    const before = Date.now();
    await send(phone);
    const refusal = await send(phone).catch((error) => error);

    expect(refusal).toEqual(limited);
    expect(refusal.details.retryAt.getTime() - before).toBeGreaterThan(50_000);
    shiftClock(MINUTE + 1000);
    await send(phone);
    expect(await sentTo(phone)).toBe(2);
  });

  it('allow five an hour to a phone, and ten a day', async () => {
    const phone = newPhone();
    const sendEvery = async (minutes: number[]) => {
      for (const minute of minutes) {
        shiftClock(minute * MINUTE + minute);
        await send(phone);
      }
    };
    await sendEvery([0, 2, 4, 6, 8]);
    shiftClock(10 * MINUTE);
    await expect(send(phone)).rejects.toEqual(limited);
    await sendEvery([61, 63, 65, 67, 69]);
    shiftClock(125 * MINUTE);
    await expect(send(phone)).rejects.toEqual(limited);
    expect(await sentTo(phone)).toBe(10);
    shiftClock(24 * 60 * MINUTE + MINUTE);
    await send(phone);
  });

  it('allow twenty an hour to an address, whatever the phones', async () => {
    const visitor = aVisitor();
    for (let n = 0; n < 20; n++) await send(newPhone(), visitor);
    const late = newPhone();
    await expect(send(late, visitor)).rejects.toEqual(limited);
    expect(await sentTo(late)).toBe(0);
    await send(newPhone());
  });

  it('are not used up by a refused attempt', async () => {
    const phone = newPhone();
    const visitor = aVisitor();
    await send(phone, visitor);
    const before = await db().limit.findMany({ orderBy: [{ key: 'asc' }, { windowMs: 'asc' }] });
    for (let n = 0; n < 8; n++) await expect(send(phone, visitor)).rejects.toEqual(limited);
    expect(await db().limit.findMany({ orderBy: [{ key: 'asc' }, { windowMs: 'asc' }] })).toEqual(before);
  });

  it('count exactly when many ask at the same moment', async () => {
    const phone = newPhone();
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => send(phone)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sentTo(phone)).toBe(1);
  });

  it("stop at the day's budget that staff have set", async () => {
    const used = await db().limit.findFirst({ where: { key: 'sms:all' } });
    await changeSetting(await staffWith('admin'), 'sms', { dailyBudget: (used?.count ?? 0) + 1 });
    await send(newPhone());
    await expect(send(newPhone())).rejects.toEqual(limited);
    await db().setting.deleteMany();
    forgetSettings();
  });
});

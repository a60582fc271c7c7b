import { verifyCredentials } from '../../lib/accounts/verify-credentials';
import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { withDatabase } from '../support/database';
import { anApplicant, aVisitor, newPhone } from '../support/people';

withDatabase();

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const signIn = (phone: string, password: string, { address } = aVisitor()) => verifyCredentials({ phone, password, address });
const wrong = (phone: string) => signIn(phone, 'not the password');
const right = (phone: string) => signIn(phone, MEMBER_PASSWORD);
const limited = { code: 'limited' };

describe('signing in', () => {
  it('opens the account that phone and password belong to', async () => {
    const { id, phone } = await anApplicant();
    expect(await right(phone)).toEqual({ accountId: id });
  });

  it('answers alike for a wrong password, an unknown phone, a disabled account and one without a password', async () => {
    const [known, disabled, open] = [await anApplicant(), await anApplicant(), await anApplicant()];
    await db().account.update({ where: { id: disabled.id }, data: { status: 'disabled' } });
    await db().account.update({ where: { id: open.id }, data: { passwordHash: null } });

    expect(await wrong(known.phone)).toBeNull();
    expect(await right(newPhone())).toBeNull();
    expect(await right(disabled.phone)).toBeNull();
    expect(await right(open.phone)).toBeNull();
    expect(await signIn(open.phone, '')).toBeNull();
  });

  it.each([
    ['a known phone', async () => (await anApplicant()).phone],
    ['an unknown phone', async () => newPhone()],
  ])('locks %s after five failures, also for the right password, and says until when', async (_, phoneFor) => {
    const phone = await phoneFor();
    for (let n = 0; n < 5; n++) expect(await wrong(phone)).toBeNull();
    const refusal = await right(phone).catch((error) => error);

    expect(refusal).toMatchObject(limited);
    expect(refusal.details.retryAt.getTime() - Date.now()).toBeGreaterThan(50 * SECOND);
    expect(refusal.details.retryAt.getTime() - Date.now()).toBeLessThanOrEqual(MINUTE);
  });

  it('opens again after a minute, then after 2, 4, 8 and never more than 15', async () => {
    const { phone } = await anApplicant();
    for (let n = 0; n < 5; n++) await wrong(phone);
    let clock = 0;
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      shiftClock(clock + minutes * MINUTE - 5 * SECOND);
      await expect(right(phone)).rejects.toMatchObject(limited);
      clock += minutes * MINUTE + 5 * SECOND;
      shiftClock(clock);
      expect(await wrong(phone)).toBeNull();
    }
  });

  it('counts all of twenty wrong tries that are sent at the same moment', async () => {
    const { phone } = await anApplicant();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => wrong(phone)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    await expect(right(phone)).rejects.toMatchObject(limited);
  });

  it('forgives the failures before a success', async () => {
    const { id, phone } = await anApplicant();
    for (let n = 0; n < 4; n++) await wrong(phone);
    expect(await right(phone)).toEqual({ accountId: id });
    for (let n = 0; n < 4; n++) expect(await wrong(phone)).toBeNull();
    expect(await right(phone)).toEqual({ accountId: id });
  });

  it('forgets failures after a day', async () => {
    const { id, phone } = await anApplicant();
    for (let n = 0; n < 4; n++) await wrong(phone);
    shiftClock(24 * 60 * MINUTE + MINUTE);
    for (let n = 0; n < 4; n++) expect(await wrong(phone)).toBeNull();
    expect(await right(phone)).toEqual({ accountId: id });
  });

  it('allows an address fifty tries in a quarter of an hour, whatever the phones', async () => {
    const visitor = aVisitor();
    const tries = Array.from({ length: 50 }, () => signIn(newPhone(), 'not the password', visitor));
    expect(new Set(await Promise.all(tries))).toEqual(new Set([null]));
    const { id, phone } = await anApplicant();
    await expect(signIn(phone, MEMBER_PASSWORD, visitor)).rejects.toMatchObject(limited);
    expect(await signIn(phone, MEMBER_PASSWORD, aVisitor())).toEqual({ accountId: id });
    shiftClock(15 * MINUTE + SECOND);
    expect(await signIn(phone, MEMBER_PASSWORD, visitor)).toEqual({ accountId: id });
  });
});

import { resetPassword } from '../../lib/accounts/reset-password';
import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { enrolFactor } from '../../lib/factors/enrol-factor';
import { keepRecoveryCodes } from '../../lib/factors/keep-recovery-codes';
import { proveFactor } from '../../lib/factors/prove-factor';
import { getEnrolment, getUnkeptCodes } from '../../lib/factors/queries';
import { factorCode } from '../../lib/factors/schema';
import { totpCode } from '../../lib/factors/totp';
import { withDatabase } from '../support/database';
import { accountActor, codeOf, openSessionOf, pendingActor, staffAtTheDoor, toMidStep, whoIs, wrongCodeFor } from '../support/factors';
import { sendCode } from '../support/human-checks';
import { anApplicant, aVisitor, staffWith } from '../support/people';
import { codeOf as smsCodeOf } from '../support/sms';
import { auditOf } from '../support/trail';

withDatabase();

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const codeWrong = { code: 'codeWrong', details: { fieldErrors: { factorCode: expect.any(String) } } };
const limited = { code: 'limited' };

/** Proves with a code, as the page does. */
const prove = async (cookie: string, code: string) => proveFactor(await pendingActor(cookie), code);

describe('a code of the authenticator', () => {
  it('is that of RFC 6238: 30 seconds, 6 digits, SHA-1', () => {
    const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'; // "12345678901234567890", the secret of the RFC's appendix B
    expect(totpCode(rfc, new Date(59 * SECOND))).toBe('287082');
    expect(totpCode(rfc, new Date(1_111_111_109 * SECOND))).toBe('081804');
    expect(totpCode(rfc, new Date(20_000_000_000 * SECOND))).toBe('353130');
  });

  it.each([-1, 0, 1])('opens the session that was pending, also %i steps off', async (steps) => {
    await toMidStep();
    const { id, cookie, code } = await staffAtTheDoor('reviewer');
    expect(await prove(cookie, await code(steps))).toEqual({ by: 'totp' });
    expect(await whoIs(cookie)).toMatchObject({ kind: 'account', id, roles: ['reviewer'], freshFactor: true });
    expect(await auditOf('account', id)).toEqual(['staff.create', 'account.signIn', 'account.proveFactor']);
  });

  it.each([-2, 2])('is refused %i steps off', async (steps) => {
    await toMidStep();
    const { cookie, code } = await staffAtTheDoor('reviewer');
    await expect(prove(cookie, await code(steps))).rejects.toMatchObject(codeWrong);
    expect(await whoIs(cookie)).toMatchObject({ kind: 'pending', step: 'prove' });
  });

  it("goes by the database's time", async () => {
    const { cookie, secret } = await staffAtTheDoor('reviewer');
    const here = await codeOf(secret);
    shiftClock(5 * MINUTE);
    await expect(prove(cookie, here)).rejects.toMatchObject(codeWrong);
    await prove(cookie, await codeOf(secret));
  });

  it('is good once, and what it was before a used one is not good either', async () => {
    const { id, cookie, code } = await staffAtTheDoor('reviewer');
    await prove(cookie, await code());
    const other = await openSessionOf(id);
    await expect(prove(other, await code())).rejects.toMatchObject(codeWrong);
    await expect(prove(other, await code(-1))).rejects.toMatchObject(codeWrong);
    await prove(other, await code(1));
  });

  it('opens one of four sessions that send it at the same moment', async () => {
    const { id, code } = await staffAtTheDoor('reviewer');
    const actors = await Promise.all(Array.from({ length: 4 }, async () => pendingActor(await openSessionOf(id))));
    const same = await code();
    const results = await Promise.allSettled(actors.map((actor) => proveFactor(actor, same)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().session.count({ where: { accountId: id, secondFactorAt: { not: null } } })).toBe(1);
  });

  it('of somebody else opens nothing', async () => {
    const [one, other] = [await staffAtTheDoor('reviewer'), await staffAtTheDoor('reviewer')];
    await expect(prove(one.cookie, await other.code())).rejects.toMatchObject(codeWrong);
  });

  it('opens the one session for which it was typed', async () => {
    const { id, cookie, code } = await staffAtTheDoor('reviewer');
    const other = await openSessionOf(id);
    await prove(cookie, await code());
    expect(await whoIs(other)).toMatchObject({ kind: 'pending', step: 'prove' });
  });

  it('opens nothing that has ended meanwhile, and then is not used up', async () => {
    const { id, cookie, code } = await staffAtTheDoor('reviewer');
    const actor = await pendingActor(cookie);
    await db().session.updateMany({ where: { accountId: id }, data: { revokedAt: new Date() } });
    await expect(proveFactor(actor, await code())).rejects.toMatchObject({ code: 'signedOut' });
    await prove(await openSessionOf(id), await code());
  });

  it('is read as people type it', () => {
    expect(factorCode.parse(' 123 456 ')).toBe('123456');
    expect(factorCode.parse('１２３４５６')).toBe('123456');
    expect(factorCode.parse('1234-5678—9012')).toBe('123456789012');
    for (const typed of ['', '12345', '1234567', '12345a', '1234 5678 901x']) expect(factorCode.safeParse(typed).success).toBe(false);
  });
});

describe('guessing codes', () => {
  it('is locked after five wrong ones, also for the right one, in every session; for a minute, then two', async () => {
    const { id, cookie, secret, code } = await staffAtTheDoor('reviewer');
    const wrong = await wrongCodeFor(secret);
    for (let n = 0; n < 5; n++) await expect(prove(cookie, wrong)).rejects.toMatchObject(codeWrong);
    const refusal = await prove(await openSessionOf(id), await code()).catch((error) => error);
    expect(refusal).toMatchObject(limited);
    expect(refusal.details.retryAt.getTime() - Date.now()).toBeGreaterThan(50 * SECOND);
    shiftClock(MINUTE + SECOND);
    await expect(prove(cookie, await wrongCodeFor(secret))).rejects.toMatchObject(codeWrong);
    shiftClock(2 * MINUTE + SECOND);
    await expect(prove(cookie, await code())).rejects.toMatchObject(limited);
    shiftClock(3 * MINUTE + 5 * SECOND);
    await prove(cookie, await code());
  });

  it('counts recovery codes and twenty tries at the same moment', async () => {
    const { cookie, secret, code } = await staffAtTheDoor('reviewer');
    const actor = await pendingActor(cookie);
    const wrong = [await wrongCodeFor(secret), '123456789012'];
    const tries = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => proveFactor(actor, wrong[n % 2] ?? '')));
    const codes = tries.map((result) => (result.status === 'rejected' ? result.reason.code : 'through'));
    expect(codes.filter((reason) => reason === 'codeWrong')).toHaveLength(5);
    expect(codes.filter((reason) => reason === 'limited')).toHaveLength(15);
    await expect(prove(cookie, await code())).rejects.toMatchObject(limited);
  });

  it('is allowed fifty times in a quarter of an hour from one address, whatever the accounts', async () => {
    const { address } = aVisitor();
    const staff = await Promise.all(Array.from({ length: 12 }, () => staffAtTheDoor('reviewer')));
    const from = async (cookie: string) => {
      const actor = await pendingActor(cookie);
      return (code: string) => proveFactor({ ...actor, address }, code);
    };
    for (const { cookie } of staff) {
      const proveFrom = await from(cookie);
      for (let n = 0; n < 4; n++) await expect(proveFrom('123456789012')).rejects.toMatchObject(codeWrong);
    }
    const { cookie, code } = await staffAtTheDoor('reviewer');
    const proveFrom = await from(cookie);
    for (let n = 0; n < 2; n++) await expect(proveFrom('123456789012')).rejects.toMatchObject(codeWrong);
    await expect(proveFrom(await code())).rejects.toMatchObject(limited);
    await prove(cookie, await code());
  });

  it('is forgiven by a right one', async () => {
    const { cookie, id, secret, code } = await staffAtTheDoor('reviewer');
    for (let n = 0; n < 4; n++) await expect(prove(cookie, await wrongCodeFor(secret))).rejects.toMatchObject(codeWrong);
    await prove(cookie, await code());
    const other = await openSessionOf(id);
    for (let n = 0; n < 4; n++) await expect(prove(other, await wrongCodeFor(secret))).rejects.toMatchObject(codeWrong);
    await prove(other, await code(1));
  });
});

describe('a session of staff', () => {
  it('gives no account before the second factor, whatever the roles', async () => {
    const { id, phone, cookie } = await staffAtTheDoor('reviewer', 'finance', 'overseer', 'admin');
    const actor = await whoIs(cookie);
    expect(actor).toEqual({
      kind: 'pending',
      step: 'prove',
      id,
      phone,
      name: '王审核',
      sessionId: expect.any(String),
      address: expect.any(String),
    });
  });

  it('of somebody who is liaison too is one of staff', async () => {
    const { id } = await anApplicant();
    const cookie = await openSessionOf(id);
    expect(await whoIs(cookie)).toMatchObject({ kind: 'account', freshFactor: false });
    await db().accountRole.create({ data: { accountId: id, role: 'reviewer' } });
    expect(await whoIs(cookie)).toMatchObject({ kind: 'pending', step: 'enrol' });
  });

  it('is not asked of members', async () => {
    expect(await whoIs(await openSessionOf((await anApplicant()).id))).toMatchObject({ kind: 'account', freshFactor: false });
  });

  it('stays pending through a new password: the phone number alone proves nothing', async () => {
    const { id, phone } = await staffAtTheDoor('admin');
    const visitor = aVisitor();
    const { flow } = await sendCode(visitor, { phone, purpose: 'resetPassword' });
    await resetPassword(visitor, { phone, flow, code: await smsCodeOf(flow), password: 'a password of fourteen' });
    expect(await whoIs(await openSessionOf(id))).toMatchObject({ kind: 'pending', step: 'prove' });
  });

  it('has a fresh factor for ten minutes', async () => {
    const { cookie, code } = await staffAtTheDoor('admin');
    await prove(cookie, await code());
    shiftClock(10 * MINUTE - 5 * SECOND);
    expect(await whoIs(cookie)).toMatchObject({ kind: 'account', freshFactor: true });
    shiftClock(10 * MINUTE + SECOND);
    expect(await whoIs(cookie)).toMatchObject({ kind: 'account', freshFactor: false });
  });
});

describe('setting an authenticator up', () => {
  const enrolling = async () => {
    const { id } = await staffWith('reviewer');
    const cookie = await openSessionOf(id);
    const actor = await pendingActor(cookie);
    return { id, cookie, actor, ...getEnrolment(actor) };
  };

  it('is what staff without one are led to, with the same secret however often they look', async () => {
    const { actor, secret, uri } = await enrolling();
    expect(actor.step).toBe('enrol');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/); // 160 bits
    expect(getEnrolment(actor).secret).toBe(secret);
    expect(decodeURIComponent(uri)).toBe(`otpauth://totp/中施企协:${actor.phone}?secret=${secret}&issuer=中施企协`);
  });

  it('offers another secret in every session, and keeps none before it is confirmed', async () => {
    const { id, secret } = await enrolling();
    expect(getEnrolment(await pendingActor(await openSessionOf(id))).secret).not.toBe(secret);
    expect(await db().totp.count({ where: { accountId: id } })).toBe(0);
  });

  it('asks for a code of it, then shows ten recovery codes, then lets in', async () => {
    const { id, cookie, actor, secret } = await enrolling();
    await enrolFactor(actor, await codeOf(secret));
    const keeping = await pendingActor(cookie);
    expect(keeping.step).toBe('keepCodes');
    const codes = await getUnkeptCodes(keeping);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^\d{12}$/);
    expect(await getUnkeptCodes(keeping)).toEqual(codes); // a reload loses nothing
    await keepRecoveryCodes(keeping);
    expect(await accountActor(cookie)).toMatchObject({ id, freshFactor: true });
    expect(await auditOf('account', id)).toEqual(['staff.create', 'account.signIn', 'account.enrolFactor', 'account.keepRecoveryCodes']);
  });

  it('takes a code of this very secret, and uses it up', async () => {
    const { id, cookie, actor, secret } = await enrolling();
    await expect(enrolFactor(actor, await wrongCodeFor(secret))).rejects.toMatchObject(codeWrong);
    expect(await whoIs(cookie)).toMatchObject({ step: 'enrol' });
    await enrolFactor(actor, await codeOf(secret));
    await expect(prove(await openSessionOf(id), await codeOf(secret))).rejects.toMatchObject(codeWrong);
  });

  it('never takes the place of one that is set up, also when two sessions do it at the same moment', async () => {
    const { id, actor, secret } = await enrolling();
    const other = await pendingActor(await openSessionOf(id));
    const codes = [await codeOf(secret), await codeOf(getEnrolment(other).secret)];
    const results = await Promise.allSettled([enrolFactor(actor, codes[0] ?? ''), enrolFactor(other, codes[1] ?? '')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'alreadyDecided' } });
    const { cookie: enrolled, code } = await staffAtTheDoor('admin');
    const thief = await pendingActor(enrolled);
    await expect(enrolFactor(thief, await codeOf(getEnrolment(thief).secret))).rejects.toMatchObject({ code: 'alreadyDecided' });
    await prove(enrolled, await code());
  });

  it('keeps the secret sealed and the recovery codes, once they are kept, as keyed hashes only', async () => {
    const { id, cookie, actor, secret } = await enrolling();
    await enrolFactor(actor, await codeOf(secret));
    const keeping = await pendingActor(cookie);
    const codes = await getUnkeptCodes(keeping);
    await keepRecoveryCodes(keeping);
    const kept = JSON.stringify(await db().account.findUnique({ where: { id }, include: { totp: true, recoveryCodes: true } }));
    expect(kept).not.toContain(secret);
    expect(kept).toContain('"unkeptCodesSealed":null');
    for (const code of codes) expect(kept).not.toContain(code);
  });
});

describe('recovery codes', () => {
  const withCodes = async () => {
    const { id } = await staffWith('reviewer');
    const cookie = await openSessionOf(id);
    const actor = await pendingActor(cookie);
    await enrolFactor(actor, await codeOf(getEnrolment(actor).secret));
    const keeping = await pendingActor(cookie);
    const codes = await getUnkeptCodes(keeping);
    return { id, cookie, keeping, codes, first: codes[0] ?? '' };
  };

  it('take the place of the authenticator, each once', async () => {
    const { id, keeping, codes, first } = await withCodes();
    await keepRecoveryCodes(keeping);
    for (const code of codes.slice(0, 2)) {
      const cookie = await openSessionOf(id);
      expect(await prove(cookie, code)).toEqual({ by: 'recoveryCode' });
      expect(await whoIs(cookie)).toMatchObject({ kind: 'account', freshFactor: true });
    }
    await expect(prove(await openSessionOf(id), first)).rejects.toMatchObject(codeWrong);
    expect(await db().recoveryCode.count({ where: { accountId: id, usedAt: null } })).toBe(8);
  });

  it('open one of several sessions that send the same at the same moment', async () => {
    const { id, first } = await withCodes();
    const actors = await Promise.all(Array.from({ length: 4 }, async () => pendingActor(await openSessionOf(id))));
    const results = await Promise.allSettled(actors.map((actor) => proveFactor(actor, first)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('open no other account', async () => {
    const { first } = await withCodes();
    const { cookie } = await staffAtTheDoor('reviewer');
    await expect(prove(cookie, first)).rejects.toMatchObject(codeWrong);
  });

  it('are shown to nobody who has only the password', async () => {
    const { id } = await withCodes();
    const other = await pendingActor(await openSessionOf(id));
    expect(other.step).toBe('prove');
    await expect(getUnkeptCodes(other)).rejects.toMatchObject({ code: 'notFound' });
    await expect(keepRecoveryCodes(other)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('are shown again at the next sign-in when nobody said that they are kept, and never after that', async () => {
    const { id, codes, first } = await withCodes();
    const cookie = await openSessionOf(id);
    await prove(cookie, first);
    const keeping = await pendingActor(cookie);
    expect(await getUnkeptCodes(keeping)).toEqual(codes);
    await keepRecoveryCodes(keeping);
    await expect(getUnkeptCodes(keeping)).rejects.toMatchObject({ code: 'notFound' });
  });
});

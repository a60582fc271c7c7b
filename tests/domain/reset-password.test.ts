import { resetPassword } from '../../lib/accounts/reset-password';
import { findSession, openSession } from '../../lib/accounts/sessions';
import { verifyCredentials } from '../../lib/accounts/verify-credentials';
import { db } from '../../lib/db';
import { MEMBER_PASSWORD, STAFF_PASSWORD } from '../../prisma/seed/people';
import { withDatabase } from '../support/database';
import { sendCode } from '../support/human-checks';
import { anApplicant, aVisitor, newPhone, staffWith } from '../support/people';
import { anotherCode, codeOf } from '../support/sms';
import { auditOf } from '../support/trail';

withDatabase();

const NEW = 'a new long password';

async function aReset(phone: string) {
  const actor = aVisitor();
  const { flow } = await sendCode(actor, { phone, purpose: 'resetPassword' });
  const code = await codeOf(flow);
  return {
    code,
    reset: (change: { code?: string; password?: string } = {}) => resetPassword(actor, { phone, flow, code, password: NEW, ...change }),
  };
}

const signIn = (phone: string, password: string) => verifyCredentials({ phone, password, address: newPhone() });

describe('setting a new password', () => {
  it('takes the place of the old one once the phone is proven', async () => {
    const { id, phone } = await anApplicant();
    const { reset } = await aReset(phone);
    await reset();
    expect(await signIn(phone, NEW)).toEqual({ accountId: id });
    expect(await signIn(phone, MEMBER_PASSWORD)).toBeNull();
    expect(await auditOf('account', id)).toEqual(['account.resetPassword']);
  });

  it('is the first one of a liaison who never signed in (首次登录)', async () => {
    const phone = newPhone();
    const { id } = await db().account.create({ data: { phone, name: '周敏' } });
    await (await aReset(phone)).reset();
    expect(await signIn(phone, NEW)).toEqual({ accountId: id });
  });

  it('ends every session of the account', async () => {
    const { id, phone } = await anApplicant();
    const secrets = await Promise.all([1, 2].map(() => openSession({ accountId: id, address: '', userAgent: '' })));
    await (await aReset(phone)).reset();
    expect(await Promise.all(secrets.map((secret) => findSession(secret, '')))).toEqual([null, null]);
  });

  it('opens an account that wrong passwords had locked', async () => {
    const { id, phone } = await anApplicant();
    for (let n = 0; n < 5; n++) await signIn(phone, 'wrong');
    await expect(signIn(phone, MEMBER_PASSWORD)).rejects.toMatchObject({ code: 'limited' });
    await (await aReset(phone)).reset();
    expect(await signIn(phone, NEW)).toEqual({ accountId: id });
  });

  it('changes nothing for a wrong code, and nothing a second time for the right one', async () => {
    const { id, phone } = await anApplicant();
    const { code, reset } = await aReset(phone);
    await expect(reset({ code: anotherCode(code) })).rejects.toMatchObject({ code: 'codeWrong' });
    expect(await signIn(phone, MEMBER_PASSWORD)).toEqual({ accountId: id });
    await reset();
    await expect(reset({ password: 'yet another password' })).rejects.toMatchObject({ code: 'codeExpired' });
    expect(await signIn(phone, NEW)).toEqual({ accountId: id });
  });

  it('asks staff for a longer one, and leaves the code good for it', async () => {
    const { id, phone } = await staffWith('reviewer');
    const { reset } = await aReset(phone);
    await expect(reset({ password: 'thirteen char' })).rejects.toMatchObject({
      code: 'invalid',
      details: { fieldErrors: { password: expect.any(String) } },
    });
    expect(await signIn(phone, STAFF_PASSWORD)).toEqual({ accountId: id });
    await reset({ password: 'fourteen chars' });
    expect(await signIn(phone, 'fourteen chars')).toEqual({ accountId: id });
  });

  it('is refused for an account that was disabled meanwhile', async () => {
    const { id, phone } = await anApplicant();
    const { reset } = await aReset(phone);
    await db().account.update({ where: { id }, data: { status: 'disabled' } });
    await expect(reset()).rejects.toMatchObject({ code: 'codeExpired' });
    await db().account.update({ where: { id }, data: { status: 'active' } });
    expect(await signIn(phone, MEMBER_PASSWORD)).toEqual({ accountId: id });
  });

  it('gives an unknown phone no other answer than a wrong code', async () => {
    const phone = newPhone();
    const actor = aVisitor();
    const { flow } = await sendCode(actor, { phone, purpose: 'resetPassword' });
    await expect(resetPassword(actor, { phone, flow, code: '123456', password: NEW })).rejects.toMatchObject({ code: 'codeWrong' });
    expect(await db().account.count({ where: { phone } })).toBe(0);
  });
});

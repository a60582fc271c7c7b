import { changePassword } from '../../lib/accounts/change-password';
import { deviceWords } from '../../lib/accounts/device-words';
import { endOwnOtherSessions, endOwnSession } from '../../lib/accounts/end-own-sessions';
import { listOwnSessions } from '../../lib/accounts/list-sessions';
import { changePasswordSchema } from '../../lib/accounts/schema';
import { findSession, openSession } from '../../lib/accounts/sessions';
import { verifyCredentials } from '../../lib/accounts/verify-credentials';
import { shiftClock } from '../../lib/clock';
import { MEMBER_PASSWORD, STAFF_PASSWORD } from '../../prisma/seed/people';
import { aPlainMember } from '../support/companies';
import { withDatabase } from '../support/database';
import { anApplicant, newPhone, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const NEW = 'a new long password';
const WECHAT =
  'Mozilla/5.0 (Linux; Android 13; M2012) AppleWebKit/537.36 Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49';
const signIn = (phone: string, password: string) => verifyCredentials({ phone, password, address: newPhone() });

/** Somebody signed in on two devices, looking at the first. */
async function onTwoDevices() {
  const somebody = await anApplicant();
  const open = (userAgent: string) => openSession({ accountId: somebody.id, address: '203.0.113.7', userAgent });
  const secrets = [await open('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36'), await open(WECHAT)] as const;
  const [here, there] = await Promise.all(secrets.map((secret) => findSession(secret, '203.0.113.7')));
  if (here?.kind !== 'account' || there?.kind !== 'account') throw new Error('not signed in');
  const isOpen = async () => Promise.all(secrets.map(async (secret) => (await findSession(secret, '')) !== null));
  return { actor: here, other: there, isOpen };
}

describe('修改密码', () => {
  it('sets another password for whoever knows the current one, and ends every other session at once', async () => {
    const { actor, isOpen } = await onTwoDevices();
    await changePassword(actor, { currentPassword: MEMBER_PASSWORD, password: NEW });
    expect(await isOpen()).toEqual([true, false]);
    expect(await signIn(actor.phone, NEW)).toEqual({ accountId: actor.id });
    expect(await signIn(actor.phone, MEMBER_PASSWORD)).toBeNull();
    expect(await auditOf('account', actor.id)).toContain('account.changePassword');
  });

  it('changes nothing when the current password is wrong, and takes five tries as a sign-in does', async () => {
    const { actor, isOpen } = await onTwoDevices();
    const guess = () => changePassword(actor, { currentPassword: 'a guess', password: NEW });
    for (let n = 0; n < 5; n++) {
      await expect(guess()).rejects.toMatchObject({ details: { fieldErrors: { currentPassword: expect.any(String) } } });
    }
    await expect(guess()).rejects.toMatchObject({ code: 'limited' });
    expect(await isOpen()).toEqual([true, true]);
  });

  it('refuses what others would guess first: the phone, the name of the company', async () => {
    const { first, answers } = await aPlainMember();
    const set = (password: string) => changePassword(first, { currentPassword: MEMBER_PASSWORD, password });
    for (const password of [first.phone, `${answers.name}1`]) {
      await expect(set(password)).rejects.toMatchObject({ details: { fieldErrors: { password: expect.any(String) } } });
    }
    await set(NEW);
  });

  it('asks staff for a longer one', async () => {
    const actor = await staffWith('finance');
    const set = (password: string) => changePassword(actor, { currentPassword: STAFF_PASSWORD, password });
    await expect(set('thirteen char')).rejects.toMatchObject({ details: { fieldErrors: { password: expect.any(String) } } });
    await set('fourteen chars');
    expect(await signIn(actor.phone, 'fourteen chars')).toEqual({ accountId: actor.id });
  });

  it('lets one of two changes at the same moment through', async () => {
    const { actor } = await onTwoDevices();
    const passwords = ['one of two passwords', 'two of two passwords'];
    const done = await Promise.allSettled(
      passwords.map((password) => changePassword(actor, { currentPassword: MEMBER_PASSWORD, password })),
    );
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('must be another one, typed twice alike', () => {
    const wrong = changePasswordSchema.safeParse({ currentPassword: NEW, password: NEW, passwordAgain: `${NEW}!` });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['passwordAgain', 'password']);
  });
});

describe('登录设备', () => {
  it('lists where one is signed in, this device first, without sessions that are over', async () => {
    const { actor, other } = await onTwoDevices();
    expect(await listOwnSessions(actor)).toMatchObject([
      { id: actor.sessionId, device: 'Windows 电脑 · Chrome 浏览器', address: '203.0.113.7', isThis: true },
      { id: other.sessionId, device: '安卓手机 · 微信', isThis: false },
    ]);
    shiftClock(31 * 60_000);
    expect(await listOwnSessions(actor)).toEqual([]);
  });

  it('ends one, or all but this one, at the next request', async () => {
    const { actor, other, isOpen } = await onTwoDevices();
    await endOwnSession(actor, other.sessionId);
    expect(await isOpen()).toEqual([true, false]);
    await endOwnSession(actor, other.sessionId);
    const again = await onTwoDevices();
    await endOwnOtherSessions(again.actor);
    expect(await again.isOpen()).toEqual([true, false]);
    expect(await isOpen()).toEqual([true, false]);
  });

  it('does not know the sessions of others', async () => {
    const { actor, isOpen } = await onTwoDevices();
    const stranger = await anApplicant();
    await expect(endOwnSession(stranger, actor.sessionId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(endOwnSession(stranger, crypto.randomUUID())).rejects.toMatchObject({ code: 'notFound' });
    expect(await isOpen()).toEqual([true, true]);
  });

  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
      'iPhone · Safari 浏览器',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0', 'Windows 电脑 · Edge 浏览器'],
    ['curl/8.0', '未知设备'],
    ['', '未知设备'],
  ])('calls %s by the words of its owner', (userAgent, words) => {
    expect(deviceWords(userAgent)).toBe(words);
  });
});

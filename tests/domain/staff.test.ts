import { changeRoles } from '../../lib/accounts/change-roles';
import { createStaff } from '../../lib/accounts/create-staff';
import { disableStaff } from '../../lib/accounts/disable-staff';
import { enableStaff } from '../../lib/accounts/enable-staff';
import { resetPassword } from '../../lib/accounts/reset-password';
import { getStaff, listStaff } from '../../lib/accounts/staff-queries';
import { createStaffSchema } from '../../lib/accounts/staff-schema';
import { verifyCredentials } from '../../lib/accounts/verify-credentials';
import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { keepRecoveryCodes } from '../../lib/factors/keep-recovery-codes';
import { proveFactor, stepUp } from '../../lib/factors/prove-factor';
import { getOwnFactor, getUnkeptCodes } from '../../lib/factors/queries';
import { renewRecoveryCodes } from '../../lib/factors/renew-recovery-codes';
import { resetFactor } from '../../lib/factors/reset-factor';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { withDatabase } from '../support/database';
import { accountActor, openSessionOf, pendingActor, staffAtTheDoor, whoIs, wrongCodeFor } from '../support/factors';
import { sendCode } from '../support/human-checks';
import { anApplicant, aVisitor, newPhone, staffWith } from '../support/people';
import { codeOf as smsCodeOf } from '../support/sms';
import { auditOf } from '../support/trail';

withDatabase();

const MINUTE = 60_000;
const notFound = { code: 'notFound' };
const stale = { code: 'stepUp' };

/** Signed in with both factors. */
async function signedIn(...roles: StaffRole[]) {
  const staff = await staffAtTheDoor(...roles);
  await proveFactor(await pendingActor(staff.cookie), await staff.code());
  return { ...staff, actor: await accountActor(staff.cookie) };
}

const rolesOf = async (accountId: string) => (await db().accountRole.findMany({ where: { accountId } })).map(({ role }) => role).toSorted();
const newcomer = () => ({ phone: newPhone(), name: '孙新来', roles: ['reviewer'] as const });

describe('handing out roles', () => {
  it('gives exactly the roles that were chosen, which hold from the next request on', async () => {
    const { actor } = await signedIn('admin');
    const { id, cookie } = await signedIn('reviewer', 'finance');
    await changeRoles(actor, { accountId: id, roles: ['finance', 'overseer'] });
    expect((await accountActor(cookie)).roles.toSorted()).toEqual(['finance', 'overseer']);
    expect(await auditOf('account', id)).toContain('staff.changeRoles');
    const event = await db().auditEvent.findFirstOrThrow({
      where: { recordId: id, action: 'staff.changeRoles' },
      include: { payload: true },
    });
    expect(event.actorId).toBe(actor.id);
    expect(event.payload?.data).toEqual({ before: ['finance', 'reviewer'], after: ['finance', 'overseer'] });
  });

  it('writes nothing when nothing changes', async () => {
    const { actor } = await signedIn('admin');
    const { id } = await staffWith('reviewer');
    await changeRoles(actor, { accountId: id, roles: ['reviewer'] });
    expect(await auditOf('account', id)).toEqual(['staff.create']);
  });

  it("never takes one's own administrator role, though others of one's own", async () => {
    const { actor, id } = await signedIn('admin', 'finance');
    await staffWith('admin');
    await expect(changeRoles(actor, { accountId: id, roles: ['finance'] })).rejects.toMatchObject({ code: 'ownAdmin' });
    await changeRoles(actor, { accountId: id, roles: ['admin', 'overseer'] });
    expect(await rolesOf(id)).toEqual(['admin', 'overseer']);
  });

  it('leaves one of two administrators who take the role from each other at the same moment', async () => {
    await db().accountRole.deleteMany({ where: { role: 'admin' } });
    const [one, other] = [await signedIn('admin', 'reviewer'), await signedIn('admin', 'reviewer')];
    const results = await Promise.allSettled([
      changeRoles(one.actor, { accountId: other.id, roles: ['reviewer'] }),
      changeRoles(other.actor, { accountId: one.id, roles: ['reviewer'] }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'lastAdmin' } });
    expect(await db().accountRole.count({ where: { role: 'admin' } })).toBe(1);
  });

  it('does not count an administrator who is disabled', async () => {
    await db().accountRole.deleteMany({ where: { role: 'admin' } });
    const { actor } = await signedIn('admin', 'reviewer');
    const other = await signedIn('admin', 'reviewer');
    await disableStaff(other.actor, actor.id);
    await expect(changeRoles(actor, { accountId: other.id, roles: ['reviewer'] })).rejects.toMatchObject({ code: 'lastAdmin' });
    expect(await rolesOf(other.id)).toEqual(['admin', 'reviewer']);
  });

  it('is not for accounts of members, and not for anybody but administrators', async () => {
    const { actor } = await signedIn('admin');
    const member = await anApplicant();
    await expect(changeRoles(actor, { accountId: member.id, roles: ['reviewer'] })).rejects.toMatchObject(notFound);
    const { actor: overseer, id } = await signedIn('overseer', 'reviewer', 'finance');
    await expect(changeRoles(overseer, { accountId: id, roles: ['admin'] })).rejects.toMatchObject(notFound);
    expect([await rolesOf(member.id), await rolesOf(id)]).toEqual([[], ['finance', 'overseer', 'reviewer']]);
  });
});

describe('step-up', () => {
  it('is asked for, ten minutes after the last proof, by everything that hands out rights, and nothing happens', async () => {
    const { actor: fresh, cookie } = await signedIn('admin');
    const other = await signedIn('reviewer');
    shiftClock(10 * MINUTE + 1000);
    const actor = await accountActor(cookie);
    expect([fresh.freshFactor, actor.freshFactor]).toEqual([true, false]);
    const person = newcomer();
    await expect(createStaff(actor, person)).rejects.toMatchObject(stale);
    await expect(changeRoles(actor, { accountId: other.id, roles: ['admin'] })).rejects.toMatchObject(stale);
    await expect(disableStaff(actor, other.id)).rejects.toMatchObject(stale);
    await expect(enableStaff(actor, other.id)).rejects.toMatchObject(stale);
    await expect(resetFactor(actor, other.id)).rejects.toMatchObject(stale);
    await expect(resetFactor(actor, actor.id)).rejects.toMatchObject(stale);
    await expect(renewRecoveryCodes(actor)).rejects.toMatchObject(stale);
    expect(await db().account.count({ where: { phone: person.phone } })).toBe(0);
    expect(await rolesOf(other.id)).toEqual(['reviewer']);
    expect(await whoIs(other.cookie)).not.toBeNull();
  });

  it('is done by a code of the authenticator or a recovery code, and holds for ten minutes in this session only', async () => {
    const { cookie, code, id } = await signedIn('admin');
    const elsewhere = await openSessionOf(id);
    await proveFactor(await pendingActor(elsewhere), await code(1));
    shiftClock(10 * MINUTE + 1000);
    const confirmed = await stepUp(await accountActor(cookie), await code());
    expect(confirmed).toMatchObject({ id, freshFactor: true });
    expect((await accountActor(cookie)).freshFactor).toBe(true);
    expect((await accountActor(elsewhere)).freshFactor).toBe(false);
    await createStaff(confirmed, newcomer());
    shiftClock(20 * MINUTE + 2000);
    expect((await accountActor(cookie)).freshFactor).toBe(false);
  });

  it('refuses a wrong code at its field, and counts it', async () => {
    const { cookie, secret, code } = await signedIn('admin');
    shiftClock(10 * MINUTE + 1000);
    const actor = await accountActor(cookie);
    const atField = { code: 'stepUp', details: { fieldErrors: { factorCode: expect.any(String) } } };
    await expect(stepUp(actor, 'nonsense')).rejects.toMatchObject(atField);
    for (let n = 0; n < 5; n++) await expect(stepUp(actor, await wrongCodeFor(secret))).rejects.toMatchObject(atField);
    await expect(stepUp(actor, await code())).rejects.toMatchObject({ code: 'limited' });
  });

  it('uses no code up while the last proof is fresh: a second click needs none', async () => {
    const { actor, id } = await signedIn('admin');
    expect(await stepUp(actor, '000000')).toEqual(actor);
    expect(await auditOf('account', id)).toEqual(['staff.create', 'account.signIn', 'account.proveFactor']);
  });
});

describe('a new member of staff', () => {
  it('is added without a password, sets one by a code to the phone, and has yet to set an authenticator up', async () => {
    const { actor } = await signedIn('admin');
    const person = newcomer();
    const { id } = await createStaff(actor, person);
    expect(await getStaff(actor, id)).toMatchObject({ hasPassword: false, enrolledAt: null, lastSignInAt: null, roles: ['reviewer'] });
    for (const password of ['', person.phone, '123456']) {
      expect(await verifyCredentials({ phone: person.phone, password, address: newPhone() })).toBeNull();
    }
    const visitor = aVisitor();
    const { flow } = await sendCode(visitor, { phone: person.phone, purpose: 'resetPassword' });
    await resetPassword(visitor, { phone: person.phone, flow, code: await smsCodeOf(flow), password: 'a password of fourteen' });
    expect(await verifyCredentials({ phone: person.phone, password: 'a password of fourteen', address: newPhone() })).toEqual({
      accountId: id,
    });
    expect(await whoIs(await openSessionOf(id))).toMatchObject({ kind: 'pending', step: 'enrol' });
    expect(await auditOf('account', id)).toEqual(['staff.create', 'account.resetPassword', 'account.signIn']);
  });

  it('is refused at the field for a phone that has an account, and at each field for what does not do', async () => {
    const { actor } = await signedIn('admin');
    const { phone, id } = await anApplicant();
    await expect(createStaff(actor, { ...newcomer(), phone })).rejects.toMatchObject({
      details: { fieldErrors: { phone: expect.any(String) } },
    });
    expect(await rolesOf(id)).toEqual([]);
    const faults = createStaffSchema.safeParse({ name: 'x', phone: '1', roles: [] }).error?.issues.map(({ path }) => path.join('.'));
    expect(faults?.toSorted()).toEqual(['name', 'phone', 'roles']);
    expect(createStaffSchema.parse({ name: '孙静', phone: '13800000001', roles: 'finance' }).roles).toEqual(['finance']);
    expect(createStaffSchema.safeParse({ name: '孙静', phone: '13800000001', roles: ['root'] }).success).toBe(false);
  });

  it('is added by an administrator only', async () => {
    const { actor } = await signedIn('overseer', 'reviewer', 'finance');
    await expect(createStaff(actor, newcomer())).rejects.toMatchObject(notFound);
    await expect(createStaff(await anApplicant(), newcomer())).rejects.toMatchObject(notFound);
    await expect(createStaff(aVisitor(), newcomer())).rejects.toMatchObject(notFound);
  });
});

describe('disabling staff', () => {
  it('ends their sessions at once, which do not come back when they are enabled again', async () => {
    const { actor } = await signedIn('admin');
    const { id, cookie } = await signedIn('finance');
    await disableStaff(actor, id);
    expect(await whoIs(cookie)).toBeNull();
    await enableStaff(actor, id);
    expect(await whoIs(cookie)).toBeNull();
    expect(await whoIs(await openSessionOf(id))).toMatchObject({ kind: 'pending', step: 'prove' });
    expect((await auditOf('account', id)).filter((action) => action.startsWith('staff.'))).toEqual([
      'staff.create',
      'staff.disable',
      'staff.enable',
    ]);
  });

  it('is never of oneself, never twice, and of staff only', async () => {
    const { actor, id } = await signedIn('admin');
    await staffWith('admin');
    await expect(disableStaff(actor, id)).rejects.toMatchObject({ code: 'ownAdmin' });
    const other = await staffWith('finance');
    await disableStaff(actor, other.id);
    await expect(disableStaff(actor, other.id)).rejects.toMatchObject({ code: 'alreadyDecided' });
    await enableStaff(actor, other.id);
    await expect(enableStaff(actor, other.id)).rejects.toMatchObject({ code: 'alreadyDecided' });
    await expect(disableStaff(actor, (await anApplicant()).id)).rejects.toMatchObject(notFound);
  });

  it('leaves one of two administrators who disable each other at the same moment', async () => {
    await db().accountRole.deleteMany({ where: { role: 'admin' } });
    const [one, other] = [await signedIn('admin'), await signedIn('admin')];
    const results = await Promise.allSettled([disableStaff(one.actor, other.id), disableStaff(other.actor, one.id)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().account.count({ where: { status: 'active', roles: { some: { role: 'admin' } } } })).toBe(1);
  });
});

describe('resetting a second factor', () => {
  it('ends every session of the person, who is led to setting it up again; old codes open nothing', async () => {
    const { actor } = await signedIn('admin');
    const { id, cookie, code } = await signedIn('reviewer');
    await resetFactor(actor, id);
    expect(await whoIs(cookie)).toBeNull();
    const again = await openSessionOf(id);
    expect(await whoIs(again)).toMatchObject({ kind: 'pending', step: 'enrol' });
    await expect(proveFactor(await pendingActor(again), await code())).rejects.toMatchObject({ code: 'codeWrong' });
    expect(await db().recoveryCode.count({ where: { accountId: id } })).toBe(0);
    expect((await auditOf('account', id)).at(-2)).toBe('account.resetFactor');
  });

  it('is for administrators, for the host, and for its owner', async () => {
    const [one, other] = [await signedIn('reviewer', 'finance', 'overseer'), await signedIn('reviewer')];
    await expect(resetFactor(one.actor, other.id)).rejects.toMatchObject(notFound);
    await resetFactor(one.actor, one.id);
    expect(await whoIs(one.cookie)).toBeNull();
    await resetFactor({ kind: 'system', name: 'staff:reset-factor' }, other.id);
    expect(await whoIs(other.cookie)).toBeNull();
    await expect(resetFactor({ kind: 'system', name: 'staff:reset-factor' }, other.id)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('opens what wrong codes had locked', async () => {
    const { actor } = await signedIn('admin');
    const { id, cookie, secret } = await staffAtTheDoor('reviewer');
    const pending = await pendingActor(cookie);
    for (let n = 0; n < 5; n++) await expect(proveFactor(pending, await wrongCodeFor(secret))).rejects.toMatchObject({ code: 'codeWrong' });
    await resetFactor(actor, id);
    await expect(proveFactor(pending, await wrongCodeFor(secret))).rejects.toMatchObject({ code: 'codeWrong' });
  });
});

describe('new recovery codes', () => {
  it('make the old ones worthless, and nothing else is done before they are kept', async () => {
    const { actor, cookie, id } = await signedIn('reviewer');
    const before = await db().recoveryCode.findMany({ where: { accountId: id } });
    expect((await getOwnFactor(actor)).codesLeft).toBe(10);
    await renewRecoveryCodes(actor);
    const keeping = await pendingActor(cookie);
    expect(keeping.step).toBe('keepCodes');
    const codes = await getUnkeptCodes(keeping);
    await keepRecoveryCodes(keeping);
    const after = await db().recoveryCode.findMany({ where: { accountId: id } });
    expect(after).toHaveLength(10);
    expect(after.filter(({ codeHash }) => before.some((old) => old.codeHash === codeHash))).toEqual([]);
    await proveFactor(await pendingActor(await openSessionOf(id)), codes[9] ?? '');
    expect((await getOwnFactor(await accountActor(cookie))).codesLeft).toBe(9);
  });
});

describe('the list of staff', () => {
  it('holds everybody with a role and nobody else, for administrators only', async () => {
    const { actor } = await signedIn('admin');
    const signed = await signedIn('finance');
    const fresh = await staffWith('overseer');
    const member = await anApplicant();
    const rows = await listStaff(actor);
    expect(rows.find(({ id }) => id === signed.id)).toMatchObject({ enrolledAt: expect.any(Date), lastSignInAt: expect.any(Date) });
    expect(rows.find(({ id }) => id === fresh.id)).toMatchObject({ enrolledAt: null, lastSignInAt: null, status: 'active' });
    expect(rows.some(({ id }) => id === member.id)).toBe(false);
    await expect(getStaff(actor, member.id)).rejects.toMatchObject(notFound);
    await expect(listStaff(signed.actor)).rejects.toMatchObject(notFound);
    await expect(getStaff(signed.actor, fresh.id)).rejects.toMatchObject(notFound);
    expect(JSON.stringify(rows)).not.toMatch(/passwordHash|argon2|secret/);
  });

  it('says when somebody signed in with both factors, not when somebody knew the password', async () => {
    const { actor } = await signedIn('admin');
    const { id } = await staffAtTheDoor('finance');
    expect(await getStaff(actor, id)).toMatchObject({ lastSignInAt: null });
  });
});

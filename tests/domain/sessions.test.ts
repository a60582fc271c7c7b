import { createHash } from 'node:crypto';
import { endOtherSessions, endSession, findSession, openSession } from '../../lib/accounts/sessions';
import { now, shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { transaction } from '../../lib/transaction';
import { buildFactor } from '../../prisma/seed/accounts';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const ADDRESS = '203.0.113.7';
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const open = (accountId: string) => openSession({ accountId, address: ADDRESS, userAgent: 'a browser' });
const find = async (secret: string) => {
  const found = await findSession(secret, ADDRESS);
  if (found?.kind === 'pending') throw new Error('the second factor is not proven');
  return found;
};
/** As the second factor leaves it (second-factor.test.ts). */
const prove = (accountId: string) => db().session.updateMany({ where: { accountId }, data: { secondFactorAt: new Date() } });
/** Staff with an authenticator. */
const withFactor = async (...roles: StaffRole[]) => {
  const actor = await staffWith(...roles);
  await buildFactor(actor.id, SECRET);
  return actor;
};

describe('a session', () => {
  it('tells who holds it', async () => {
    const { id, name, phone } = await anApplicant();
    expect(await find(await open(id))).toEqual({
      kind: 'account',
      id,
      name,
      phone,
      roles: [],
      companyIds: [],
      sessionId: expect.any(String),
      address: ADDRESS,
      freshFactor: false,
    });
    expect(await auditOf('account', id)).toEqual(['account.signIn']);
  });

  it('comes with the roles and with the companies whose liaison the account is now', async () => {
    const reviewer = await withFactor('reviewer', 'finance');
    const { applicant, applicationId } = await anApplication('approved', { reviewer });
    const { companyId } = await db().member.findFirstOrThrow({ where: { application: { id: applicationId } } });

    const opened = await open(reviewer.id);
    await prove(reviewer.id);
    const found = await find(opened);
    expect(found?.roles.toSorted()).toEqual(['finance', 'reviewer']);
    const secret = await open(applicant.id);
    expect(await find(secret)).toMatchObject({ roles: [], companyIds: [companyId] });
    await db().liaison.updateMany({ where: { companyId }, data: { to: await now() } });
    expect(await find(secret)).toMatchObject({ companyIds: [] });
  });

  it('is kept as a hash only: the table does not open it', async () => {
    const { id } = await anApplicant();
    const secret = await open(id);
    const row = await db().session.findFirstOrThrow({ where: { accountId: id } });
    expect(JSON.stringify([row, await db().auditPayload.findMany()])).not.toContain(secret);
    expect(row.idHash).toBe(createHash('sha256').update(secret).digest('hex'));
    expect(await find(row.idHash)).toBeNull();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it.each([
    ['a member', 30, anApplicant],
    ['staff', 15, () => withFactor('finance')],
  ])('of %s ends after %i idle minutes', async (_, minutes, somebody) => {
    const { id } = await somebody();
    const secret = await open(id);
    await prove(id);
    shiftClock(minutes * MINUTE - 5 * SECOND);
    expect(await find(secret)).not.toBeNull();
    shiftClock(2 * minutes * MINUTE - 10 * SECOND); // the visit was noted
    expect(await find(secret)).not.toBeNull();
    shiftClock(3 * minutes * MINUTE);
    expect(await find(secret)).toBeNull();
  });

  it('ends after eight hours however busy it is', async () => {
    const secret = await open((await anApplicant()).id);
    for (let minute = 0; minute < 480; minute += 20) {
      shiftClock(minute * MINUTE);
      expect(await find(secret)).not.toBeNull();
    }
    shiftClock(480 * MINUTE + SECOND);
    expect(await find(secret)).toBeNull();
  });

  it('ends at once when it is signed out of, and only that one', async () => {
    const { id } = await anApplicant();
    const [one, other] = [await open(id), await open(id)];
    await endSession(one);
    expect([await find(one), (await find(other))?.id]).toEqual([null, id]);
    await expect(endSession('unknown')).resolves.toBeUndefined();
  });

  it('ends with all others of the account but the one kept', async () => {
    const { id } = await anApplicant();
    const stranger = await anApplicant();
    const [kept, ended, strangers] = [await open(id), await open(id), await open(stranger.id)];
    const sessionId = (await find(kept))?.sessionId;
    await transaction((tx) => endOtherSessions(tx, id, sessionId));
    expect([(await find(kept))?.id, await find(ended), (await find(strangers))?.id]).toEqual([id, null, stranger.id]);
  });

  it('ends when its account is disabled', async () => {
    const { id } = await anApplicant();
    const secret = await open(id);
    await db().account.update({ where: { id }, data: { status: 'disabled' } });
    expect(await find(secret)).toBeNull();
  });

  it.each(['', 'x', '%', "' OR 1=1 --"])('is not found for the secret %p', async (secret) => {
    expect(await find(secret)).toBeNull();
  });
});

import { resetPassword } from '../../lib/accounts/reset-password';
import { sendSmsCode } from '../../lib/accounts/send-sms-code';
import { findSession, openSession } from '../../lib/accounts/sessions';
import { confirmCompany } from '../../lib/companies/confirm-company';
import { getCompanyToConfirm } from '../../lib/companies/queries';
import { db } from '../../lib/db';
import { getMemberHome } from '../../lib/members/queries';
import { sampleUscc } from '../../prisma/seed/companies';
import { buildImportedMember } from '../../prisma/seed/members';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { easyCheck, sendCode } from '../support/human-checks';
import { aVisitor, newPhone, staffWith } from '../support/people';
import { codeOf } from '../support/sms';
import { auditOf } from '../support/trail';

withDatabase();

const ROUNDS = 15;
const median = (numbers: number[]) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

let members = 0;

async function imported(phone: string) {
  const n = ++members;
  return buildImportedMember({
    name: `安徽皖中第${n}建设有限公司`,
    uscc: sampleUscc(7000 + n),
    number: `F${n}`,
    liaison: { name: '周敏', phone },
  });
}

/** Sets the first password and signs in, as the form does. */
async function enter(phone: string) {
  const visitor = aVisitor();
  const { flow } = await sendCode(visitor, { phone, purpose: 'resetPassword' });
  await resetPassword(visitor, { phone, flow, code: await codeOf(flow), password: 'a first long password' });
  const { id: accountId } = await db().account.findUniqueOrThrow({ where: { phone } });
  const actor = await findSession(await openSession({ accountId, address: '', userAgent: '' }), '');
  if (actor?.kind !== 'account') throw new Error('not in');
  return actor;
}

describe('the first sign-in of an imported liaison', () => {
  it('opens every company whose liaison the person is, and no other', async () => {
    const phone = newPhone();
    const ids = [await imported(phone), await imported(phone), await imported(phone)].map(({ companyId }) => companyId);
    await imported(newPhone());
    await db().liaison.updateMany({ where: { companyId: ids[2] }, data: { to: new Date() } });
    expect((await enter(phone)).companyIds).toEqual(ids.slice(0, 2));
  });

  it('asks once for each company whether its data is right', async () => {
    const phone = newPhone();
    const [one, other] = [await imported(phone), await imported(phone)];
    const actor = await enter(phone);
    const unconfirmed = async ({ companyId }: { companyId: string }) => (await getMemberHome(actor, companyId)).unconfirmed;

    expect([await unconfirmed(one), await unconfirmed(other)]).toEqual([true, true]);
    expect((await getCompanyToConfirm(actor, one.companyId)).answers).toMatchObject({ liaisons: [{ mobile: phone }] });
    await confirmCompany(actor, { companyId: one.companyId, answer: 'right' });
    await confirmCompany(actor, { companyId: one.companyId, answer: 'edit' });
    expect([await unconfirmed(one), await unconfirmed(other)]).toEqual([false, true]);
    expect(await auditOf('company', one.companyId)).toEqual(['company.confirm']);
  });

  it('does not ask again when the person’s row was replaced by a newer one, and asks a new person', async () => {
    const phone = newPhone();
    const { companyId } = await imported(phone);
    const actor = await enter(phone);
    await confirmCompany(actor, { companyId, answer: 'right' });
    const { id, confirmedAt: _, createdAt: __, to: ___, ...row } = await db().liaison.findFirstOrThrow({ where: { companyId } });
    await db().liaison.update({ where: { id }, data: { to: new Date() } });
    await db().liaison.create({ data: { ...row, title: '经理' } });
    expect((await getMemberHome(actor, companyId)).unconfirmed).toBe(false);

    const successor = await db().account.create({ data: { phone: newPhone(), name: '吴琼' } });
    await db().liaison.create({ data: { ...row, order: 'second', accountId: successor.id, mobile: successor.phone } });
    const other = await enter(successor.phone);
    expect((await getMemberHome(other, companyId)).unconfirmed).toBe(true);
  });

  it('does not ask who filled the data in', async () => {
    const [reviewer, finance] = await Promise.all([staffWith('reviewer'), staffWith('finance')]);
    const { applicant, answers } = await anApplication('approved', { reviewer, finance });
    const { id } = await db().company.findUniqueOrThrow({ where: { uscc: answers.uscc } });
    expect((await getMemberHome({ ...applicant, companyIds: [id] }, id)).unconfirmed).toBe(false);
  });

  it('is confirmed by the company’s own liaison only', async () => {
    const { companyId } = await imported(newPhone());
    const stranger = await enter((await db().account.create({ data: { phone: newPhone(), name: '张三' } })).phone);
    await expect(confirmCompany(stranger, { companyId, answer: 'right' })).rejects.toMatchObject({ code: 'notFound' });
    await expect(getCompanyToConfirm(stranger, companyId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(confirmCompany(await staffWith('reviewer'), { companyId, answer: 'right' })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a phone that nobody knows', () => {
  it('is answered with the same after the same work', async () => {
    const known = Array.from({ length: ROUNDS }, newPhone);
    for (const phone of known) await imported(phone);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (const phone of known) {
      for (const [kind, wanted] of [
        ['known', phone],
        ['unknown', newPhone()],
      ] as const) {
        const check = await easyCheck('resetPassword');
        const start = performance.now();
        const answer = await sendSmsCode(aVisitor(), { phone: wanted, purpose: 'resetPassword', check });
        times[kind].push(performance.now() - start);
        expect(answer).toEqual({ flow: expect.stringMatching(/^[\w-]{22}$/) });
      }
    }
    const [one, other] = [median(times.known), median(times.unknown)];
    expect(Math.abs(one - other)).toBeLessThan(0.4 * Math.max(one, other));
  });
});

import type { AccountActor } from '../../lib/access/actor';
import { type RegistrationResult, registerCompany } from '../../lib/accounts/register-company';
import { verifyCredentials } from '../../lib/accounts/verify-credentials';
import { db } from '../../lib/db';
import { sampleUscc } from '../../prisma/seed/companies';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { sendCode } from '../support/human-checks';
import { anApplicant, aVisitor, newPhone, staffWith } from '../support/people';
import { anotherCode, codeOf } from '../support/sms';
import { auditOf } from '../support/trail';

withDatabase();

let forms = 0;

/** A registration with its code answered, as the form sends it. */
async function aForm({ phone = newPhone(), uscc = sampleUscc(9000 + ++forms) } = {}) {
  const actor = aVisitor();
  const { flow } = await sendCode(actor, { phone, purpose: 'register' });
  const code = await codeOf(flow);
  const company = { companyName: '北京远筑建设集团有限公司', uscc, usccConfirmed: false };
  const form = { ...company, name: '张建国', phone, flow, code, password: 'a new long password', key: `form-${++forms}` };
  return { actor, form, register: (): Promise<RegistrationResult> => registerCompany(actor, form) };
}

const accountOf = (phone: string) =>
  db().account.findUnique({ where: { phone }, include: { applications: { include: { answers: true } } } });

describe('registering a company', () => {
  it('makes the account and a draft, with the registrant as 第一联络员', async () => {
    const { form, register } = await aForm();
    expect(await register()).toBe('created');

    const account = await accountOf(form.phone);
    expect(account).toMatchObject({ name: '张建国', status: 'active', applications: [{ state: 'draft', collectBeforeApproval: true }] });
    expect(account?.applications[0]?.answers[0]?.data).toMatchObject({
      name: form.companyName,
      uscc: form.uscc,
      liaisons: [{ order: 'first', name: '张建国', mobile: form.phone }],
    });
    expect(await auditOf('account', account?.id ?? '')).toEqual(['account.register']);
    expect(await verifyCredentials({ phone: form.phone, password: form.password, address: 'x' })).toEqual({ accountId: account?.id });
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('records the consent to the privacy policy in force: which version, from where', async () => {
    const { actor, form, register } = await aForm();
    await register();
    const newest = await db().documentVersion.findFirstOrThrow({ where: { kind: 'privacy' }, orderBy: { number: 'desc' } });
    const account = await accountOf(form.phone);
    expect(await db().consent.findMany({ where: { accountId: account?.id ?? '' } })).toEqual([
      expect.objectContaining({ documentVersionId: newest.id, address: actor.address, createdAt: expect.any(Date) }),
    ]);
  });

  it('adds the company to the account that the phone has already, and leaves its password alone', async () => {
    const { id, phone } = await anApplicant();
    const { form, register } = await aForm({ phone });
    expect(await register()).toBe('existing');

    expect(await accountOf(phone)).toMatchObject({ id, applications: [{ state: 'draft' }] });
    expect(await verifyCredentials({ phone, password: MEMBER_PASSWORD, address: 'x' })).toEqual({ accountId: id });
    expect(await verifyCredentials({ phone, password: form.password, address: 'x' })).toBeNull();
  });

  it("gives a liaison's account without a password its first one", async () => {
    const phone = newPhone();
    const { id } = await db().account.create({ data: { phone, name: '周敏' } });
    const { form, register } = await aForm({ phone });
    expect(await register()).toBe('created');
    expect(await verifyCredentials({ phone, password: form.password, address: 'x' })).toEqual({ accountId: id });
  });

  it('tells that the company is a member only to somebody who has proven the phone', async () => {
    const { answers } = await anApplication('approved', { reviewer: await staffWith('reviewer') });
    const { actor, form, register } = await aForm({ uscc: answers.uscc });

    await expect(registerCompany(actor, { ...form, code: anotherCode(form.code) })).rejects.toMatchObject({ code: 'codeWrong' });
    await expect(register()).rejects.toMatchObject({ code: 'alreadyMember' });
    expect(await accountOf(form.phone)).toBeNull();
  });

  it('refuses the phone of staff, once it is proven', async () => {
    const { phone }: AccountActor = await staffWith('reviewer');
    const { actor, form, register } = await aForm({ phone });
    await expect(registerCompany(actor, { ...form, code: anotherCode(form.code) })).rejects.toMatchObject({ code: 'codeWrong' });
    await expect(register()).rejects.toMatchObject({ code: 'staffPhone' });
    expect(await accountOf(phone)).toMatchObject({ applications: [] });
  });

  it('does nothing twice when the same form is sent twice, also at the same moment', async () => {
    const { form, register } = await aForm();
    expect(await Promise.all([register(), register()])).toEqual(['created', 'created']);
    expect(await register()).toBe('created');

    const account = await accountOf(form.phone);
    expect(account?.applications).toHaveLength(1);
    expect(await db().consent.count({ where: { accountId: account?.id ?? '' } })).toBe(1);
  });

  it('takes a code for one registration only', async () => {
    const { actor, form, register } = await aForm();
    await register();
    const again = registerCompany(actor, { ...form, uscc: sampleUscc(8999), key: 'another form' });
    await expect(again).rejects.toMatchObject({ code: 'codeExpired' });
    expect((await accountOf(form.phone))?.applications).toHaveLength(1);
  });

  it('leaves the code good for a corrected form after a refusal', async () => {
    const { answers } = await anApplication('approved', { reviewer: await staffWith('reviewer') });
    const { actor, form, register } = await aForm({ uscc: answers.uscc });
    await expect(register()).rejects.toMatchObject({ code: 'alreadyMember' });
    expect(await registerCompany(actor, { ...form, uscc: sampleUscc(8998) })).toBe('created');
  });

  it('reserves nothing: another applicant may enter the same credit code', async () => {
    const uscc = sampleUscc(8997);
    const [one, other] = [await aForm({ uscc }), await aForm({ uscc })];
    expect([await one.register(), await other.register()]).toEqual(['created', 'created']);
  });
});

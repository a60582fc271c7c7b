import { approveApplication } from '../../lib/applications/approve-application';
import { today } from '../../lib/clock';
import { dayOf, yearOf } from '../../lib/days';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { returnFiling } from '../../lib/dues/return-filing';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, newPhone, staffWith } from '../support/people';
import { auditOf, historyOf, messagesTo } from '../support/trail';

withDatabase();

const OVERRIDE = '会长办公会同意先行入会';

/** A submitted application whose dues have arrived. */
async function confirmed(wanted: Parameters<typeof anApplication>[1] = {}) {
  const made = await anApplication('submitted', wanted);
  await confirmFiling(await staffWith('finance'), (await filingOf(made.applicationId)).id);
  return made;
}

const memberOf = (applicationId: string) =>
  db().member.findFirstOrThrow({
    where: { application: { id: applicationId } },
    include: { levels: true, certificates: true, company: { include: { names: true, liaisons: { orderBy: { order: 'asc' } } } } },
  });

describe('approving an application', () => {
  it('makes the company of what was submitted', async () => {
    const { answers, applicationId } = await confirmed();
    await approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '' });

    const { company } = await memberOf(applicationId);
    const { liaisons: _, usccConfirmed: __, ...fields } = answers;
    expect(company).toMatchObject({ ...fields, namePinyin: expect.stringMatching(/^bei jing yuan zhu/), version: 1 });
    expect(company.names).toEqual([expect.objectContaining({ name: answers.name, from: expect.any(Date), to: null })]);
  });

  it('makes the member with its level, and a certificate that says so', async () => {
    const { answers, applicationId } = await confirmed();
    const { memberNumber } = await approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '' });

    const member = await memberOf(applicationId);
    const joinedOn = await today();
    expect(member).toMatchObject({ number: memberNumber, state: 'active' });
    expect(dayOf(member.joinedOn)).toBe(joinedOn);
    expect(member.levels).toEqual([expect.objectContaining({ level: 'ordinaryMember', reason: '入会', to: null })]);
    expect(member.certificates).toEqual([
      expect.objectContaining({
        number: memberNumber,
        revokedAt: null,
        printed: { name: answers.name, uscc: answers.uscc, memberNumber, level: 'ordinaryMember', joinedOn },
      }),
    ]);
  });

  it('moves the charge and the filing over to the company', async () => {
    const { applicationId } = await confirmed();
    await approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '' });
    const { companyId } = await memberOf(applicationId);
    const filing = await filingOf(applicationId);
    expect([filing.companyId, ...filing.charges.map(({ charge }) => charge.companyId)]).toEqual([companyId, companyId]);
  });

  it('decides the application with event and audit, and tells the first liaison by one SMS', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicant, answers, applicationId } = await confirmed();
    const { memberNumber } = await approveApplication(reviewer, { applicationId, overrideReason: '' });

    const member = await memberOf(applicationId);
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({
      state: 'approved',
      decidedAt: expect.any(Date),
      memberId: member.id,
    });
    expect((await historyOf(applicationId)).at(-1)).toBe('approve: submitted → approved');
    expect((await auditOf('application', applicationId)).at(-1)).toBe('application.approve');
    expect(await auditOf('member', member.id)).toEqual(['member.join']);
    expect(await messagesTo(applicant.phone, 'applicationApproved')).toEqual([
      expect.objectContaining({ state: 'waiting', jobs: 1, parameters: { company: answers.name, number: memberNumber } }),
    ]);
  });

  it('numbers members in order within the year', async () => {
    const reviewer = await staffWith('reviewer');
    const year = yearOf(await today());
    const numbers: number[] = [];
    for (let n = 0; n < 3; n++) {
      const { applicationId } = await anApplication('submitted');
      const { memberNumber } = await approveApplication(reviewer, { applicationId, overrideReason: OVERRIDE });
      expect(memberNumber).toMatch(new RegExp(`^${year}\\d{4}$`));
      numbers.push(Number(memberNumber));
    }
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2]);
  });

  it('gives each its own number when several are approved at the same moment', async () => {
    const reviewer = await staffWith('reviewer');
    const applications = [await anApplication('submitted'), await anApplication('submitted'), await anApplication('submitted')];
    const members = await Promise.all(
      applications.map(({ applicationId }) => approveApplication(reviewer, { applicationId, overrideReason: OVERRIDE })),
    );
    expect(new Set(members.map(({ memberNumber }) => memberNumber)).size).toBe(3);
  });

  it('makes the registrant a liaison with the own account, and gives the second an account without a password', async () => {
    const applicant = await anApplicant();
    const second = newPhone();
    const [one, other] = [applicant.phone, second].map((mobile) => ({
      mobile,
      name: '张建国',
      department: '办公室',
      title: '主任',
      email: 'a@qq.com',
    }));
    if (!one || !other) throw new Error('two liaisons');
    const liaisons = [
      { ...one, order: 'first' as const },
      { ...other, order: 'second' as const, name: '周敏' },
    ];
    const { applicationId } = await confirmed({ applicant, change: { liaisons } });
    await approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '' });

    const { company } = await memberOf(applicationId);
    const account = await db().account.findUniqueOrThrow({ where: { phone: second } });
    expect(account).toMatchObject({ name: '周敏', passwordHash: null, status: 'active' });
    expect(company.liaisons.map(({ order, mobile, accountId, to }) => ({ order, mobile, accountId, to }))).toEqual([
      { order: 'first', mobile: applicant.phone, accountId: applicant.id, to: null },
      { order: 'second', mobile: second, accountId: account.id, to: null },
    ]);
  });
});

describe('approving while the dues are not confirmed', () => {
  it.each(['pending', 'returned'] as const)('is refused for a filing that is %s, and nothing is made', async (state) => {
    const { answers, applicationId } = await anApplication('submitted');
    const filing = await filingOf(applicationId);
    if (state === 'returned') await returnFiling(await staffWith('finance'), { filingId: filing.id, reason: '查无此款' });
    const approval = approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '' });
    await expect(approval).rejects.toMatchObject({ code: 'duesUnconfirmed' });
    expect(await db().company.count({ where: { uscc: answers.uscc } })).toBe(0);
  });

  it('is refused, too, when what arrived is a fen short', async () => {
    const { applicationId } = await anApplication('submitted');
    const filing = await filingOf(applicationId);
    await db().filing.update({ where: { id: filing.id }, data: { amountFen: filing.amountFen - 1 } });
    await confirmFiling(await staffWith('finance'), filing.id);
    const reviewer = await staffWith('reviewer');
    await expect(approveApplication(reviewer, { applicationId, overrideReason: '' })).rejects.toMatchObject({ code: 'duesUnconfirmed' });
    await approveApplication(reviewer, { applicationId, overrideReason: OVERRIDE });
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: 'approved' });
  });

  it('needs a reason, which stands in the history', async () => {
    const { applicationId } = await anApplication('submitted');
    await approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: OVERRIDE });
    expect(await db().applicationEvent.findFirst({ where: { applicationId, event: 'approve' } })).toMatchObject({ reason: OVERRIDE });
    expect(await filingOf(applicationId)).toMatchObject({ state: 'pending' });
  });

  it('needs none where dues are collected after approval', async () => {
    const { applicationId } = await anApplication('submitted');
    await db().application.update({ where: { id: applicationId }, data: { collectBeforeApproval: false } });
    await approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '' });
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: 'approved' });
  });
});

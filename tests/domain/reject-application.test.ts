import { rejectApplication } from '../../lib/applications/reject-application';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { duesOf } from '../support/dues';
import { anApplicant, staffWith } from '../support/people';
import { auditOf, historyOf, messagesTo } from '../support/trail';

withDatabase();

const REASON = '不属于工程建设行业。';

describe('rejecting an application', () => {
  it('ends it with the reason, and tells the applicant by one SMS', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicant, answers, applicationId } = await anApplication('submitted');
    await rejectApplication(reviewer, { applicationId, reason: REASON });

    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({
      state: 'rejected',
      decidedAt: expect.any(Date),
      memberId: null,
    });
    expect(await historyOf(applicationId)).toEqual(['submit: draft → submitted', 'reject: submitted → rejected']);
    expect(await db().applicationEvent.findFirst({ where: { applicationId, event: 'reject' } })).toMatchObject({ reason: REASON });
    expect((await auditOf('application', applicationId)).at(-1)).toBe('application.reject');
    expect(await messagesTo(applicant.phone, 'applicationRejected')).toEqual([
      expect.objectContaining({ state: 'waiting', jobs: 1, parameters: { company: answers.name } }),
    ]);
  });

  it('puts dues that are said to be on their way into 待退费', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicationId } = await anApplication('rejected', { reviewer });
    const dues = await duesOf(applicationId);
    expect(dues).toEqual([
      expect.objectContaining({ state: 'cancelled', reason: '申请未获通过', status: 'toRefund', business: 'pending' }),
    ]);
    expect(await auditOf('charge', dues[0]?.id ?? '')).toEqual(['charge.cancel']);
  });

  it('puts dues that had arrived into 待退费', async () => {
    const [reviewer, finance] = await Promise.all([staffWith('reviewer'), staffWith('finance')]);
    const { applicationId } = await anApplication('submitted');
    await confirmFiling(finance, (await filingOf(applicationId)).id);
    await rejectApplication(reviewer, { applicationId, reason: REASON });
    expect(await duesOf(applicationId)).toEqual([expect.objectContaining({ status: 'toRefund', business: 'confirmed' })]);
  });

  it('puts money that arrives only afterwards into 待退费 too', async () => {
    const [reviewer, finance] = await Promise.all([staffWith('reviewer'), staffWith('finance')]);
    const { applicationId } = await anApplication('rejected', { reviewer });
    await confirmFiling(finance, (await filingOf(applicationId)).id);
    expect(await duesOf(applicationId)).toEqual([
      expect.objectContaining({ state: 'cancelled', status: 'toRefund', business: 'confirmed' }),
    ]);
  });

  it('needs a reason', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicationId } = await anApplication('submitted');
    await expect(rejectApplication(reviewer, { applicationId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await duesOf(applicationId)).toEqual([expect.objectContaining({ state: 'open' })]);
  });

  it.each(['draft', 'returned', 'rejected', 'withdrawn', 'approved'] as const)(
    'is too late or too early for one that is %s',
    async (state) => {
      const reviewer = await staffWith('reviewer');
      const { applicationId } = await anApplication(state === 'draft' ? 'dues' : state, { reviewer });
      await expect(rejectApplication(reviewer, { applicationId, reason: REASON })).rejects.toMatchObject({ code: 'alreadyDecided' });
      expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state });
    },
  );

  it("is the reviewer's to do", async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    await expect(rejectApplication(await anApplicant(), { applicationId, reason: REASON })).rejects.toMatchObject({ code: 'notFound' });
    await expect(rejectApplication(applicant, { applicationId, reason: REASON })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(rejectApplication(await staffWith('admin'), { applicationId, reason: REASON })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

import { approveApplication } from '../../lib/applications/approve-application';
import { withdrawApplication } from '../../lib/applications/withdraw-application';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { returnFiling } from '../../lib/dues/return-filing';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { duesOf } from '../support/dues';
import { anApplicant, staffWith } from '../support/people';
import { auditOf, historyOf } from '../support/trail';

withDatabase();

describe('withdrawing an application', () => {
  it.each(['registered', 'dues', 'submitted', 'returned'] as const)('is open to the applicant while it stands at %s', async (stage) => {
    const reviewer = await staffWith('reviewer');
    const { applicant, applicationId } = await anApplication(stage, { reviewer });
    await withdrawApplication(applicant, applicationId);
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({
      state: 'withdrawn',
      decidedAt: expect.any(Date),
    });
    expect((await historyOf(applicationId)).at(-1)).toMatch(/^withdraw: .* → withdrawn$/);
    expect((await auditOf('application', applicationId)).at(-1)).toBe('application.withdraw');
  });

  it('owes nothing when nothing was filed', async () => {
    const { applicationId } = await anApplication('withdrawn');
    const draft = await anApplication('dues');
    await withdrawApplication(draft.applicant, draft.applicationId);
    expect(await duesOf(draft.applicationId)).toEqual([]);
    expect(await duesOf(applicationId)).toHaveLength(1);
  });

  it('puts dues that were filed into 待退费', async () => {
    const { applicationId } = await anApplication('withdrawn');
    expect(await duesOf(applicationId)).toEqual([
      expect.objectContaining({ state: 'cancelled', reason: '申请已撤回', status: 'toRefund' }),
    ]);
  });

  it('puts dues that were confirmed into 待退费', async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    await confirmFiling(await staffWith('finance'), (await filingOf(applicationId)).id);
    await withdrawApplication(applicant, applicationId);
    expect(await duesOf(applicationId)).toEqual([expect.objectContaining({ status: 'toRefund', paidFen: 300_000 })]);
  });

  it('has nothing to refund when finance had found no money', async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    await returnFiling(await staffWith('finance'), { filingId: (await filingOf(applicationId)).id, reason: '查无此款' });
    await withdrawApplication(applicant, applicationId);
    expect(await duesOf(applicationId)).toEqual([expect.objectContaining({ status: 'cancelled', paidFen: 0 })]);
  });

  it.each(['approved', 'rejected', 'withdrawn'] as const)('is too late for one that is %s', async (state) => {
    const reviewer = await staffWith('reviewer');
    const { applicant, applicationId } = await anApplication(state, { reviewer });
    await expect(withdrawApplication(applicant, applicationId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state });
  });

  it('keeps it from ever being approved, also when both happen at the same moment', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicant, applicationId } = await anApplication('submitted');
    const [withdrawn, approved] = await Promise.allSettled([
      withdrawApplication(applicant, applicationId),
      approveApplication(reviewer, { applicationId, overrideReason: '先行入会' }),
    ]);
    expect([withdrawn.status, approved.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    const { state, memberId } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(state).toBe(withdrawn.status === 'fulfilled' ? 'withdrawn' : 'approved');
    expect(memberId === null).toBe(state === 'withdrawn');
  });

  it("is the applicant's own: for others it does not exist, and staff cannot withdraw it", async () => {
    const { applicationId } = await anApplication('submitted');
    await expect(withdrawApplication(await anApplicant(), applicationId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(withdrawApplication(await staffWith('reviewer'), applicationId)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

import { saveStep } from '../../lib/applications/save-step';
import { submitApplication } from '../../lib/applications/submit-application';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { returnFiling } from '../../lib/dues/return-filing';
import { sampleFiling } from '../../prisma/seed/applications';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { duesOf } from '../support/dues';
import { staffWith } from '../support/people';
import { auditOf, messagesTo } from '../support/trail';

withDatabase();

async function aReturnedFiling(stage: 'submitted' | 'returned' = 'submitted') {
  const finance = await staffWith('finance');
  const made = await anApplication(stage, { reviewer: await staffWith('reviewer') });
  const { id: filingId } = await filingOf(made.applicationId);
  await returnFiling(finance, { filingId, reason: '金额与到账不符。' });
  const again = { ...(await sampleFiling(made.answers)), amount: '3000.00', serial: 'SN-2-0001' };
  return { ...made, filingId, finance, again };
}

describe('returning what was filed', () => {
  it('keeps the reason, tells the payer by one SMS, and shows as 已退回', async () => {
    const { applicant, answers, applicationId, filingId } = await aReturnedFiling();
    const filing = await filingOf(applicationId);
    expect(filing).toMatchObject({ state: 'returned', reason: '金额与到账不符。', decidedAt: expect.any(Date) });
    expect(await duesOf(applicationId)).toEqual([expect.objectContaining({ status: 'unpaid', business: 'returned', paidFen: 0 })]);
    expect(await auditOf('filing', filingId)).toEqual(['filing.file', 'filing.return']);
    expect(await messagesTo(applicant.phone, 'filingReturned')).toEqual([
      expect.objectContaining({ jobs: 1, parameters: { company: answers.name, year: String(filing.charges[0]?.charge.year) } }),
    ]);
  });

  it.each(['', ' '])('needs a reason: %p is none', async (reason) => {
    const { applicant, applicationId } = await anApplication('submitted');
    const { id: filingId } = await filingOf(applicationId);
    await expect(returnFiling(await staffWith('finance'), { filingId, reason })).rejects.toMatchObject({ code: 'invalid' });
    expect(await filingOf(applicationId)).toMatchObject({ state: 'pending' });
    expect(await messagesTo(applicant.phone, 'filingReturned')).toEqual([]);
  });

  it("is finance's to do, and not after the money was confirmed", async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    const { id: filingId } = await filingOf(applicationId);
    const finance = await staffWith('finance');
    await expect(returnFiling(applicant, { filingId, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    await confirmFiling(finance, filingId);
    await expect(returnFiling(finance, { filingId, reason: 'x' })).rejects.toMatchObject({ code: 'alreadyDecided' });
  });
});

describe('filing again after a return', () => {
  it('takes effect at once while the application is under review: the same row, waiting again', async () => {
    const { applicant, applicationId, filingId, again } = await aReturnedFiling();
    expect(await saveStep(applicant, { applicationId, step: 'dues', values: again })).toMatchObject({ fieldErrors: {} });

    expect(await filingOf(applicationId)).toMatchObject({
      id: filingId,
      state: 'pending',
      serial: 'SN-2-0001',
      reason: null,
      decidedAt: null,
    });
    const events = await db().filingEvent.findMany({ where: { filingId }, orderBy: { createdAt: 'asc' } });
    expect(events.map(({ event }) => event)).toEqual(['file', 'return', 'refile']);
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: 'submitted' });
  });

  it('waits while something is wrong with it, and keeps what was typed', async () => {
    const { applicant, applicationId, again } = await aReturnedFiling();
    const { fieldErrors } = await saveStep(applicant, { applicationId, step: 'dues', values: { ...again, amount: 'three', serial: '' } });
    expect(fieldErrors).toEqual({ amount: expect.any(String) });
    expect(await filingOf(applicationId)).toMatchObject({ state: 'returned' });
    expect(await db().applicationAnswers.findFirst({ where: { applicationId, step: 'dues' } })).toMatchObject({
      data: { amount: 'three' },
    });
  });

  it('goes with the next submission when the application was returned as well', async () => {
    const { applicant, applicationId, filingId, again } = await aReturnedFiling('returned');
    await expect(submitApplication(applicant, { applicationId, key: 'unchanged' })).rejects.toMatchObject({ code: 'incomplete' });
    await saveStep(applicant, { applicationId, step: 'dues', values: again });
    expect(await filingOf(applicationId)).toMatchObject({ state: 'returned' });
    await submitApplication(applicant, { applicationId, key: 'corrected' });
    expect(await filingOf(applicationId)).toMatchObject({ id: filingId, state: 'pending', serial: 'SN-2-0001' });
    expect(await db().charge.count({ where: { applicationId } })).toBe(1);
  });

  it('can be returned a second time, with a second SMS', async () => {
    const { applicant, applicationId, filingId, finance, again } = await aReturnedFiling();
    await saveStep(applicant, { applicationId, step: 'dues', values: again });
    await returnFiling(finance, { filingId, reason: '仍然不符。' });
    expect((await messagesTo(applicant.phone, 'filingReturned')).map(({ jobs }) => jobs)).toEqual([1, 1]);
  });

  it('is not needed, and not possible, while finance has it', async () => {
    const { applicant, answers, applicationId } = await anApplication('submitted');
    const values = await sampleFiling(answers);
    await expect(saveStep(applicant, { applicationId, step: 'dues', values })).rejects.toMatchObject({ code: 'notEditable' });
  });
});

import { reapply } from '../../lib/applications/reapply';
import { submitApplication } from '../../lib/applications/submit-application';
import { db } from '../../lib/db';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf, historyOf } from '../support/trail';

withDatabase();

describe('applying again', () => {
  it.each(['rejected', 'withdrawn'] as const)('after one that is %s begins a draft with the answers of the company', async (stage) => {
    const { applicant, applicationId } = await anApplication(stage, { reviewer: await staffWith('reviewer') });
    const { applicationId: next } = await reapply(applicant, applicationId);

    const draft = await db().application.findUniqueOrThrow({ where: { id: next }, include: { answers: true, files: true, charges: true } });
    const old = await db().applicationAnswers.findMany({ where: { applicationId, step: 'company' } });
    expect(draft).toMatchObject({ state: 'draft', registrantId: applicant.id, files: [], charges: [] });
    expect(draft.answers.map(({ step, data }) => ({ step, data }))).toEqual(old.map(({ data }) => ({ step: 'company', data })));
    expect(await auditOf('application', next)).toEqual(['application.reapply']);
  });

  it('asks for the charter, the documents and the dues anew', async () => {
    const { applicant, applicationId } = await anApplication('withdrawn');
    const { applicationId: next } = await reapply(applicant, applicationId);
    expect(await db().application.findUnique({ where: { id: next } })).toMatchObject({ charterConsentId: null });
    await expect(submitApplication(applicant, { applicationId: next, key: 'k' })).rejects.toMatchObject({ code: 'incomplete' });
  });

  it('leaves the old one ended, as it was', async () => {
    const { applicant, applicationId } = await anApplication('withdrawn');
    const before = await db().application.findUnique({ where: { id: applicationId }, include: { answers: true, files: true } });
    await reapply(applicant, applicationId);
    expect(await db().application.findUnique({ where: { id: applicationId }, include: { answers: true, files: true } })).toEqual(before);
    expect((await historyOf(applicationId)).at(-1)).toBe('withdraw: submitted → withdrawn');
  });

  it('finds the same draft by a second click, also at the same moment', async () => {
    const { applicant, applicationId } = await anApplication('withdrawn');
    const clicks = await Promise.all([1, 2, 3].map(() => reapply(applicant, applicationId)));
    expect(new Set(clicks.map((click) => click.applicationId)).size).toBe(1);
    expect(await db().application.count({ where: { registrantId: applicant.id } })).toBe(2);
  });

  it.each(['dues', 'submitted', 'returned', 'approved'] as const)('is not offered while one stands at %s', async (stage) => {
    const { applicant, applicationId } = await anApplication(stage, { reviewer: await staffWith('reviewer') });
    await expect(reapply(applicant, applicationId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect(await db().application.count({ where: { registrantId: applicant.id } })).toBe(1);
  });

  it("is the applicant's own", async () => {
    const { applicationId } = await anApplication('withdrawn');
    await expect(reapply(await anApplicant(), applicationId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(reapply(await staffWith('reviewer'), applicationId)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

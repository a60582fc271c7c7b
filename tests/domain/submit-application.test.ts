import { formNumberOf } from '../../lib/applications/form-number';
import { saveStep } from '../../lib/applications/save-step';
import { submitApplication } from '../../lib/applications/submit-application';
import { db } from '../../lib/db';
import { removeFile } from '../../lib/uploads/remove-file';
import { sampleFiling } from '../../prisma/seed/applications';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf, historyOf } from '../support/trail';

withDatabase();

const load = (id: string) =>
  db().application.findUniqueOrThrow({ where: { id }, include: { currentSnapshot: true, files: { orderBy: { createdAt: 'asc' } } } });
const filesOf = (snapshot: { files: unknown } | null) => snapshot?.files;

describe('submitting an application', () => {
  it('freezes answers and files as they are, and attaches the files', async () => {
    const { applicant, answers, applicationId } = await anApplication('dues');
    await submitApplication(applicant, { applicationId, key: 'once' });

    const { state, submittedAt, currentSnapshot, files } = await load(applicationId);
    expect({ state, submittedAt }).toEqual({ state: 'submitted', submittedAt: expect.any(Date) });
    expect(currentSnapshot).toMatchObject({
      round: 1,
      answers: { company: answers },
      formNumber: formNumberOf('applicationForm', answers),
      companyName: answers.name,
      uscc: answers.uscc,
      mobile: applicant.phone,
      provinceCode: '110000',
    });
    expect(files.map((file) => file.state)).toEqual(['attached', 'attached', 'attached']);
    expect(filesOf(currentSnapshot)).toEqual(files.map(({ id, kind, sha256 }) => ({ id, kind, sha256 })));
  });

  it('writes the event and the audit', async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    expect(await historyOf(applicationId)).toEqual(['submit: draft → submitted']);
    expect(await auditOf('application', applicationId)).toEqual(['application.agreeCharter', 'application.submit']);
    expect(await db().applicationEvent.findFirst({ where: { applicationId } })).toMatchObject({
      actorId: applicant.id,
      actorName: '张建国',
    });
  });

  it("raises this year's charge of 3,000 yuan once, and files the transfer for finance", async () => {
    const { answers, applicationId } = await anApplication('submitted');
    const filing = await filingOf(applicationId);
    expect(filing).toMatchObject({ state: 'pending', amountFen: 300_000, titleName: answers.name, companyId: null, decidedAt: null });
    expect(filing.charges.map(({ charge }) => charge)).toEqual([
      expect.objectContaining({ applicationId, amountFen: 300_000, kind: 'standard', level: 'ordinaryMember', state: 'open' }),
    ]);
    expect(await db().filingEvent.findMany({ where: { filingId: filing.id } })).toEqual([
      expect.objectContaining({ event: 'file', from: null, to: 'pending' }),
    ]);
    expect(await auditOf('filing', filing.id)).toEqual(['filing.file']);
  });

  it('does nothing by a second click, also at the same moment', async () => {
    const { applicant, applicationId } = await anApplication('dues');
    const click = () => submitApplication(applicant, { applicationId, key: 'the form' });
    await Promise.all([click(), click()]);
    await click();

    expect(await historyOf(applicationId)).toEqual(['submit: draft → submitted']);
    expect(await db().applicationSnapshot.count({ where: { applicationId } })).toBe(1);
    expect(await db().charge.count({ where: { applicationId } })).toBe(1);
  });

  it('is refused from another form once it is submitted', async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    await expect(submitApplication(applicant, { applicationId, key: 'another' })).rejects.toMatchObject({ code: 'alreadyDecided' });
  });

  it.each(['registered', 'company', 'documents'] as const)('is refused while a step is missing: only %s is done', async (stage) => {
    const { applicant, applicationId } = await anApplication(stage);
    await expect(submitApplication(applicant, { applicationId, key: 'once' })).rejects.toMatchObject({ code: 'incomplete' });
    expect(await load(applicationId)).toMatchObject({ state: 'draft', currentSnapshot: null });
    expect(await db().charge.count({ where: { applicationId } })).toBe(0);
  });

  it('is refused when a document was taken out again, and may be tried again after that', async () => {
    const { applicant, applicationId } = await anApplication('dues');
    const { files } = await load(applicationId);
    await removeFile(applicant, files[0]?.id ?? '');
    await expect(submitApplication(applicant, { applicationId, key: 'k' })).rejects.toMatchObject({ code: 'incomplete' });
  });

  it('is refused when neither voucher nor serial number proves the transfer', async () => {
    const { applicant, answers, applicationId } = await anApplication('documents');
    await saveStep(applicant, { applicationId, step: 'dues', values: { ...(await sampleFiling(answers)), serial: '' } });
    await expect(submitApplication(applicant, { applicationId, key: 'k' })).rejects.toMatchObject({ code: 'incomplete' });
  });

  it.each([
    ['industry', { industry: 'forged' }],
    ['province', { provinceCode: '990000' }],
    ['city of another province', { provinceCode: '110000', cityCode: '320100' }],
    ['qualification', { qualifications: ['forged'] }],
  ])('is refused for a forged %s that no list has', async (_, change) => {
    const { applicant, applicationId } = await anApplication('dues', { change });
    await expect(submitApplication(applicant, { applicationId, key: 'k' })).rejects.toMatchObject({ code: 'incomplete' });
    expect(await load(applicationId)).toMatchObject({ state: 'draft' });
  });

  it("is the applicant's own: for others it does not exist, and staff cannot submit it", async () => {
    const { applicationId } = await anApplication('dues');
    await expect(submitApplication(await anApplicant(), { applicationId, key: 'k' })).rejects.toMatchObject({ code: 'notFound' });
    await expect(submitApplication(await staffWith('reviewer'), { applicationId, key: 'k' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

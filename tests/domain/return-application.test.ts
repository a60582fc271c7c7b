import { returnApplication } from '../../lib/applications/return-application';
import { saveStep } from '../../lib/applications/save-step';
import { submitApplication } from '../../lib/applications/submit-application';
import { db } from '../../lib/db';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf, historyOf, messagesTo } from '../support/trail';

withDatabase();

const marks = [
  { target: 'company.postcode', comment: '邮编不对。' },
  { target: 'documents.creditPledge', comment: '没有盖章。' },
];
const load = (id: string) =>
  db().application.findUniqueOrThrow({ where: { id }, include: { currentSnapshot: { include: { marks: true } } } });

describe('returning an application for correction', () => {
  it('keeps the reason and what to correct, each with its comment', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicationId } = await anApplication('submitted');
    await returnApplication(reviewer, { applicationId, reason: ' 请修改两处。 ', marks });

    const { state, decidedAt, currentSnapshot } = await load(applicationId);
    expect({ state, decidedAt }).toEqual({ state: 'returned', decidedAt: null });
    expect(currentSnapshot?.marks).toEqual(marks.map((mark) => expect.objectContaining({ ...mark, actorId: reviewer.id })));
    expect(await db().applicationEvent.findFirst({ where: { applicationId, event: 'return' } })).toMatchObject({
      reason: '请修改两处。',
      actorId: reviewer.id,
      snapshotId: currentSnapshot?.id,
    });
    expect((await auditOf('application', applicationId)).at(-1)).toBe('application.return');
  });

  it('sends the applicant one SMS that says how many places', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicant, answers, applicationId } = await anApplication('submitted');
    await returnApplication(reviewer, { applicationId, reason: '请修改。', marks });
    expect(await messagesTo(applicant.phone, 'applicationReturned')).toEqual([
      expect.objectContaining({ state: 'waiting', jobs: 1, parameters: { company: answers.name, count: '2' } }),
    ]);
  });

  it('leaves the filing of the dues as it is', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicationId } = await anApplication('submitted');
    const before = await filingOf(applicationId);
    await returnApplication(reviewer, { applicationId, reason: '请修改。', marks: [] });
    expect(await filingOf(applicationId)).toEqual(before);
  });

  it.each(['', '   '])('needs a reason: %p is none', async (reason) => {
    const reviewer = await staffWith('reviewer');
    const { applicant, applicationId } = await anApplication('submitted');
    await expect(returnApplication(reviewer, { applicationId, reason, marks })).rejects.toMatchObject({
      code: 'invalid',
      details: { fieldErrors: { reason: '请填写原因' } },
    });
    expect(await load(applicationId)).toMatchObject({ state: 'submitted', currentSnapshot: { marks: [] } });
    expect(await messagesTo(applicant.phone, 'applicationReturned')).toEqual([]);
  });

  it('refuses a mark on something that no page shows', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicationId } = await anApplication('submitted');
    const forged = [{ target: 'company.passwordHash', comment: 'x' }];
    await expect(returnApplication(reviewer, { applicationId, reason: '请修改。', marks: forged })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await load(applicationId)).toMatchObject({ state: 'submitted' });
  });

  it("is the reviewer's to do", async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    const attempt = (actor: typeof applicant) => returnApplication(actor, { applicationId, reason: '请修改。', marks: [] });
    await expect(attempt(await anApplicant())).rejects.toMatchObject({ code: 'notFound' });
    await expect(attempt(await staffWith('finance'))).rejects.toMatchObject({ code: 'notFound' });
    await expect(attempt(applicant)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attempt(await staffWith('overseer'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an application that was returned', () => {
  it('may be changed and submitted again as round 2, and round 1 stays as it was decided on', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicant, answers, applicationId } = await anApplication('returned', { reviewer });
    const first = await load(applicationId);
    const corrected = { ...answers, usccConfirmed: 'false', legalRepresentative: '王卫东' };
    expect(await saveStep(applicant, { applicationId, step: 'company', values: corrected })).toMatchObject({ fieldErrors: {} });
    await submitApplication(applicant, { applicationId, key: 'again' });

    const rounds = await db().applicationSnapshot.findMany({
      where: { applicationId },
      include: { marks: true },
      orderBy: { round: 'asc' },
    });
    expect(rounds[0]).toEqual(first.currentSnapshot);
    expect(rounds[1]).toMatchObject({ round: 2, answers: { company: { legalRepresentative: '王卫东' } }, marks: [] });
    expect(await load(applicationId)).toMatchObject({ state: 'submitted', currentSnapshotId: rounds[1]?.id });
    expect(await historyOf(applicationId)).toEqual([
      'submit: draft → submitted',
      'return: submitted → returned',
      'submit: returned → submitted',
    ]);
  });

  it('owes the dues once, and its filing keeps waiting for finance', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicant, applicationId } = await anApplication('returned', { reviewer });
    const before = await filingOf(applicationId);
    await submitApplication(applicant, { applicationId, key: 'again' });
    expect(await db().charge.count({ where: { applicationId } })).toBe(1);
    expect(await filingOf(applicationId)).toEqual(before);
  });

  it('gets an SMS for each return', async () => {
    const reviewer = await staffWith('reviewer');
    const { applicant, applicationId } = await anApplication('returned', { reviewer });
    await submitApplication(applicant, { applicationId, key: 'again' });
    await returnApplication(reviewer, { applicationId, reason: '还要修改。', marks: [] });
    expect((await messagesTo(applicant.phone, 'applicationReturned')).map(({ jobs }) => jobs)).toEqual([1, 1]);
  });
});

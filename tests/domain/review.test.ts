import { checkItem } from '../../lib/applications/check-item';
import { getDraft } from '../../lib/applications/queries';
import { rejectApplication } from '../../lib/applications/reject-application';
import { returnApplication } from '../../lib/applications/return-application';
import { getReview } from '../../lib/applications/review';
import { saveStep } from '../../lib/applications/save-step';
import { submitApplication } from '../../lib/applications/submit-application';
import { today } from '../../lib/clock';
import { addDays, dayInShanghai } from '../../lib/days';
import { db } from '../../lib/db';
import { receiptDeadline } from '../../lib/dues/receipt-deadline';
import { removeFile } from '../../lib/uploads/remove-file';
import { calendarOf } from '../../lib/working-days';
import { attach } from '../../prisma/seed/applications';
import { anApplication, filingOf, smallPicture } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const marks = [
  { target: 'company.postcode', comment: '与通讯地址不符' },
  { target: 'documents.creditPledge', comment: '没有盖章' },
];
type Made = Awaited<ReturnType<typeof anApplication>>;

const values = ({ answers }: Made, change: object) => ({ ...answers, usccConfirmed: 'true', ...change });

async function returned(): Promise<Made> {
  const made = await anApplication('submitted');
  await returnApplication(await staffWith('reviewer'), { applicationId: made.applicationId, reason: '请修改', marks });
  return made;
}

async function replacePledge({ applicant, applicationId }: Made): Promise<void> {
  const old = await db().file.findFirstOrThrow({ where: { applicationId, kind: 'creditPledge', state: 'attached' } });
  await removeFile(applicant, old.id);
  await attach(applicant, applicationId, 'creditPledge', await smallPicture());
}

describe('what the applicant corrects after a return', () => {
  it('is ticked at its mark once it was changed, and no other', async () => {
    const made = await returned();
    const changedNow = async () => (await getDraft(made.applicant, made.applicationId)).returned?.marks.map(({ changed }) => changed);
    expect(await changedNow()).toEqual([false, false]);
    await saveStep(made.applicant, { applicationId: made.applicationId, step: 'company', values: values(made, { postcode: '100037' }) });
    expect(await changedNow()).toEqual([true, false]);
    await replacePledge(made);
    expect(await changedNow()).toEqual([true, true]);
  });

  it('is not called changed for spaces and full-width digits alone', async () => {
    const made = await returned();
    const same = values(made, { postcode: ` ${made.answers.postcode.replace('1', '１')} ` });
    await saveStep(made.applicant, { applicationId: made.applicationId, step: 'company', values: same });
    expect((await getDraft(made.applicant, made.applicationId)).returned?.marks[0]).toMatchObject({ changed: false });
  });

  it('is shown to the reviewer before and after, also what nobody asked for; each round is kept', async () => {
    const made = await returned();
    const { applicant, applicationId, answers } = made;
    const change = values(made, { postcode: '100037', address: '北京市西城区德胜门外大街 8 号' });
    await saveStep(applicant, { applicationId, step: 'company', values: change });
    await replacePledge(made);
    await submitApplication(applicant, { applicationId, key: 'again' });

    const reviewer = await staffWith('reviewer');
    const second = await getReview(reviewer, applicationId);
    expect(second).toMatchObject({ round: 2, rounds: 2, answers: { postcode: '100037' } });
    expect(second.before).toMatchObject({ answers: { postcode: answers.postcode, address: answers.address }, marks });
    expect(second.before?.changed.toSorted()).toEqual(['company.address', 'company.postcode', 'documents.creditPledge']);

    const first = await getReview(reviewer, applicationId, 1);
    expect(first).toMatchObject({ round: 1, answers: { postcode: answers.postcode }, before: null, marks, decisions: [] });
    const pledges = [first, second].map(({ files }) => files.filter(({ kind }) => kind === 'creditPledge').map(({ id }) => id));
    expect(pledges[0]).not.toEqual(pledges[1]);
    await expect(getReview(reviewer, applicationId, 3)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('leaves the filed dues as they are', async () => {
    const made = await returned();
    const before = await filingOf(made.applicationId);
    await saveStep(made.applicant, { applicationId: made.applicationId, step: 'company', values: values(made, { postcode: '100037' }) });
    await submitApplication(made.applicant, { applicationId: made.applicationId, key: 'again' });
    expect(await filingOf(made.applicationId)).toEqual(before);
  });
});

describe('the same company or phone elsewhere', () => {
  it('is named with what is the same, and an earlier application with its outcome', async () => {
    const reviewer = await staffWith('reviewer');
    const earlier = await anApplication('submitted');
    await rejectApplication(reviewer, { applicationId: earlier.applicationId, reason: '不符合条件' });
    const { applicationId } = await anApplication('submitted', {
      change: { uscc: earlier.answers.uscc, liaisons: earlier.answers.liaisons },
    });

    const { elsewhere } = await getReview(reviewer, applicationId);
    expect(elsewhere.applications).toEqual([
      expect.objectContaining({ id: earlier.applicationId, state: 'rejected', same: ['信用代码相同', '联络员手机号相同'] }),
    ]);
    expect(elsewhere.members).toEqual([]);
  });

  it('is named also where it is a member', async () => {
    const reviewer = await staffWith('reviewer');
    const member = await anApplication('approved', { reviewer, finance: await staffWith('finance') });
    const { applicationId } = await anApplication('submitted', { change: { uscc: member.answers.uscc } });
    const { elsewhere } = await getReview(reviewer, applicationId);
    expect(elsewhere.members).toEqual([expect.objectContaining({ companyName: member.answers.name, same: ['信用代码相同'] })]);
    expect((await getReview(reviewer, member.applicationId)).elsewhere.members).toEqual([]);
  });

  it('is not made of the drafts of strangers', async () => {
    await anApplication('dues', { applicant: await anApplicant() });
    const { applicationId } = await anApplication('submitted');
    expect((await getReview(await staffWith('reviewer'), applicationId)).elsewhere).toEqual({ applications: [], members: [] });
  });
});

describe('the place in the queue', () => {
  it('counts from the one that waits longest, and leads on from a decided one', async () => {
    await db().$executeRaw`UPDATE "Application" SET "state" = 'rejected', "decidedAt" = now() WHERE "state" = 'submitted'`;
    const reviewer = await staffWith('reviewer');
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push((await anApplication('submitted')).applicationId);
    const [one = '', two = '', three = ''] = ids;
    const placeOf = async (id: string) => (await getReview(reviewer, id)).place;
    expect(await placeOf(two)).toEqual({ position: 2, total: 3, previousId: one, nextId: three });
    await rejectApplication(reviewer, { applicationId: two, reason: '不符合条件' });
    expect(await placeOf(two)).toMatchObject({ total: 2, previousId: one, nextId: three });
    expect(await placeOf(one)).toEqual({ position: 1, total: 2, previousId: null, nextId: three });
  });
});

describe('the checklist', () => {
  it('keeps who ticked what in this round, takes a tick back, and starts anew with the next round', async () => {
    const made = await anApplication('submitted');
    const { applicationId } = made;
    const reviewer = await staffWith('reviewer');
    await checkItem(reviewer, { applicationId, item: 'name', checked: true });
    await checkItem(reviewer, { applicationId, item: 'form', checked: true });
    await checkItem(reviewer, { applicationId, item: 'form', checked: false });
    expect((await getReview(reviewer, applicationId)).checks).toEqual({ name: reviewer.name });
    expect(await auditOf('application', applicationId)).toEqual(expect.arrayContaining(['application.check', 'application.uncheck']));

    await returnApplication(reviewer, { applicationId, reason: '请修改', marks: [] });
    await expect(checkItem(reviewer, { applicationId, item: 'name', checked: true })).rejects.toMatchObject({ code: 'alreadyDecided' });
    await submitApplication(made.applicant, { applicationId, key: 'again' });
    expect((await getReview(reviewer, applicationId)).checks).toEqual({});
    await expect(checkItem(await staffWith('overseer'), { applicationId, item: 'name', checked: true })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the receipt of dues that were filed before the company is a member', () => {
  it('is due seven working days after the filing, and presses two days before', async () => {
    const calendar = calendarOf((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
    const filedAt = new Date('2026-11-20T10:00:00+08:00'); // a Friday
    const on = (day: string) => receiptDeadline(calendar, filedAt, day);
    expect(on('2026-11-20')).toEqual({ dueOn: '2026-12-01', urgency: 'later' });
    expect(on('2026-11-27')).toMatchObject({ urgency: 'near' });
    expect(on('2026-12-01')).toMatchObject({ urgency: 'near' });
    expect(on('2026-12-02')).toMatchObject({ urgency: 'past' });
  });

  it('stands on the reviewer’s page until the application ends', async () => {
    const { applicationId } = await anApplication('submitted');
    const reviewer = await staffWith('reviewer');
    const { filedAt } = await filingOf(applicationId);
    expect((await getReview(reviewer, applicationId)).receipt?.dueOn).toMatch(/^\d{4}-/);
    expect(addDays(dayInShanghai(filedAt), 0)).toBe(await today());
    await rejectApplication(reviewer, { applicationId, reason: '不符合条件' });
    expect((await getReview(reviewer, applicationId)).receipt).toBeNull();
  });
});

import { approveApplication } from '../../lib/applications/approve-application';
import { approveTogether } from '../../lib/applications/approve-together';
import { passApplication } from '../../lib/applications/pass-application';
import { returnApplication } from '../../lib/applications/return-application';
import { withdrawApplication } from '../../lib/applications/withdraw-application';
import { dayOf } from '../../lib/days';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { changeSetting } from '../../lib/settings/change-setting';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { staffWith } from '../support/people';
import { auditOf, historyOf, messagesTo } from '../support/trail';

withDatabase();

const meeting = { name: '八届五次会长办公会', heldOn: '2026-11-20' };
const setStages = async (twoStages: boolean) => changeSetting(await staffWith('admin'), 'joining', { twoStages });
const stateOf = async (id: string) => (await db().application.findUniqueOrThrow({ where: { id } })).state;

/** Submitted, paid, and through the first review. */
async function passed() {
  const made = await anApplication('submitted');
  await confirmFiling(await staffWith('finance'), (await filingOf(made.applicationId)).id);
  await passApplication(await staffWith('reviewer'), made.applicationId);
  return made;
}

describe('with 分两步审核', () => {
  beforeEach(() => setStages(true));

  it('an application passes the first review, and nobody is told yet', async () => {
    const { applicant, applicationId } = await passed();
    expect(await stateOf(applicationId)).toBe('passed');
    expect((await historyOf(applicationId)).at(-1)).toBe('pass: submitted → passed');
    expect((await auditOf('application', applicationId)).at(-1)).toBe('application.pass');
    expect(await messagesTo(applicant.phone, 'applicationApproved')).toEqual([]);
  });

  it('nothing is approved before its first review', async () => {
    const { applicationId } = await anApplication('submitted');
    const approval = approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '先行入会' });
    await expect(approval).rejects.toMatchObject({ code: 'passFirst' });
    expect(await stateOf(applicationId)).toBe('submitted');
  });

  it('what has passed can still be returned, and not withdrawn', async () => {
    const { applicant, applicationId } = await passed();
    await expect(withdrawApplication(applicant, applicationId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    await returnApplication(await staffWith('reviewer'), { applicationId, reason: '会议要求补充', marks: [] });
    expect(await stateOf(applicationId)).toBe('returned');
  });

  it('the first review happens once, whoever clicks at the same moment', async () => {
    const { applicationId } = await anApplication('submitted');
    const [one, other] = [await staffWith('reviewer'), await staffWith('reviewer')];
    const results = await Promise.allSettled([passApplication(one, applicationId), passApplication(other, applicationId)]);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))).toEqual(['alreadyDecided']);
    expect(await historyOf(applicationId)).toHaveLength(2);
  });

  it('a meeting approves many, in the order chosen, each with the number and the meeting', async () => {
    const [one, other] = [await passed(), await passed()];
    const ids = [other.applicationId, one.applicationId];
    const results = await approveTogether(await staffWith('reviewer'), { applicationIds: ids, meeting });
    expect(results).toEqual([
      { applicationId: other.applicationId, companyName: other.answers.name, memberNumber: expect.stringMatching(/^\d{8}$/) },
      { applicationId: one.applicationId, companyName: one.answers.name, memberNumber: expect.stringMatching(/^\d{8}$/) },
    ]);
    for (const id of ids) {
      const { state, meeting: held } = await db().application.findUniqueOrThrow({ where: { id }, include: { meeting: true } });
      expect({ state, name: held?.name, heldOn: held && dayOf(held.heldOn) }).toEqual({ state: 'approved', ...meeting });
    }
    expect(await messagesTo(one.applicant.phone, 'applicationApproved')).toHaveLength(1);
    expect(await db().meeting.count({ where: { name: meeting.name } })).toBe(1);
  });

  it('one that cannot be approved stops none of the others, and says why', async () => {
    const good = await passed();
    const unpaid = await anApplication('submitted');
    await passApplication(await staffWith('reviewer'), unpaid.applicationId);
    const gone = await passed();
    await returnApplication(await staffWith('reviewer'), { applicationId: gone.applicationId, reason: '请补充', marks: [] });
    const ids = [unpaid.applicationId, gone.applicationId, good.applicationId];
    const results = await approveTogether(await staffWith('reviewer'), { applicationIds: ids, meeting });
    expect(results).toEqual([
      expect.objectContaining({ refusal: expect.stringContaining('会费还没有全额确认到账') }),
      expect.objectContaining({ refusal: expect.stringContaining('已经被处理过') }),
      expect.objectContaining({ memberNumber: expect.any(String) }),
    ]);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['passed', 'returned', 'approved']);
  });

  it('two who approve the same list at the same moment make each member once', async () => {
    const [one, other] = [await passed(), await passed()];
    const ids = [one.applicationId, other.applicationId];
    const reviewers = [await staffWith('reviewer'), await staffWith('reviewer')];
    const answers = await Promise.all(reviewers.map((reviewer) => approveTogether(reviewer, { applicationIds: ids, meeting })));
    expect(answers.flat().filter((result) => 'memberNumber' in result)).toHaveLength(2);
    expect(await db().member.count({ where: { company: { uscc: { in: [one.answers.uscc, other.answers.uscc] } } } })).toBe(2);
  });

  it('approving is the reviewer’s: the overseer sees the list and may not, others do not even see it', async () => {
    const { applicationId } = await passed();
    const together = { applicationIds: [applicationId], meeting };
    await expect(approveTogether(await staffWith('overseer'), together)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approveTogether(await staffWith('finance'), together)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('what has passed is decided also after the setting was taken back', async () => {
    const { applicationId } = await passed();
    await setStages(false);
    await approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '' });
    expect(await stateOf(applicationId)).toBe('approved');
  });
});

describe('without it', () => {
  beforeEach(() => setStages(false));

  it('there is no first review', async () => {
    const { applicationId } = await anApplication('submitted');
    await expect(passApplication(await staffWith('reviewer'), applicationId)).rejects.toMatchObject({ code: 'invalid' });
    expect(await stateOf(applicationId)).toBe('submitted');
  });
});

import { approveApplication } from '../../lib/applications/approve-application';
import { rejectApplication } from '../../lib/applications/reject-application';
import { returnApplication } from '../../lib/applications/return-application';
import { db } from '../../lib/db';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { duesOf } from '../support/dues';
import { staffWith } from '../support/people';
import { historyOf, messagesTo } from '../support/trail';

withDatabase();

const approve = async (applicationId: string) =>
  approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '先行入会' });
const reject = async (applicationId: string) => rejectApplication(await staffWith('reviewer'), { applicationId, reason: '不符合条件' });
const sendBack = async (applicationId: string) =>
  returnApplication(await staffWith('reviewer'), { applicationId, reason: '请修改', marks: [] });
const reasonsOf = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));

describe('two reviewers who decide at the same moment', () => {
  it.each(Array.from({ length: 10 }, (_, n) => n + 1))('cannot both approve and reject (%i)', async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    const results = await Promise.allSettled([approve(applicationId), reject(applicationId)]);
    expect(reasonsOf(results)).toEqual(['alreadyDecided']);

    const { state, memberId } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    const approved = results[0].status === 'fulfilled';
    expect({ state, isMember: memberId !== null }).toEqual(
      approved ? { state: 'approved', isMember: true } : { state: 'rejected', isMember: false },
    );
    expect(await historyOf(applicationId)).toHaveLength(2);
    expect(await messagesTo(applicant.phone, approved ? 'applicationRejected' : 'applicationApproved')).toEqual([]);
    expect((await duesOf(applicationId))[0]?.state).toBe(approved ? 'open' : 'cancelled');
  });

  it('cannot approve twice, and make one member', async () => {
    const { answers, applicationId } = await anApplication('submitted');
    const results = await Promise.allSettled([approve(applicationId), approve(applicationId)]);
    expect(reasonsOf(results)).toEqual(['alreadyDecided']);
    expect(await db().member.count({ where: { company: { uscc: answers.uscc } } })).toBe(1);
  });

  it('cannot return twice: the applicant gets one SMS', async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    const results = await Promise.allSettled([sendBack(applicationId), sendBack(applicationId), sendBack(applicationId)]);
    expect(reasonsOf(results)).toEqual(['alreadyDecided', 'alreadyDecided']);
    expect(await messagesTo(applicant.phone, 'applicationReturned')).toHaveLength(1);
  });
});

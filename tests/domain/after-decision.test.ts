import { findDecided, findNextInQueue } from '../../lib/applications/after-decision';
import { approveApplication } from '../../lib/applications/approve-application';
import { returnApplication } from '../../lib/applications/return-application';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';

withDatabase();

describe('after a decision', () => {
  it('the reviewer is led to the next that waits, from the last one back, and nowhere when none is left', async () => {
    const reviewer = await staffWith('reviewer');
    const [one, two, three] = [await anApplication('submitted'), await anApplication('submitted'), await anApplication('submitted')];
    const decide = async ({ applicationId }: typeof one) => {
      await returnApplication(reviewer, { applicationId, reason: '请修改', marks: [] });
      return findNextInQueue(reviewer, applicationId);
    };
    expect(await decide(two)).toBe(three.applicationId);
    expect(await decide(three)).toBe(one.applicationId);
    expect(await decide(one)).toBeNull();
    await expect(findNextInQueue(one.applicant, one.applicationId)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('the next page says what was done, to who did it and to nobody else', async () => {
    const [reviewer, other] = [await staffWith('reviewer'), await staffWith('reviewer')];
    const { applicationId, answers } = await anApplication('submitted');
    expect(await findDecided(reviewer, applicationId)).toBeNull();
    const { memberNumber } = await approveApplication(reviewer, { applicationId, overrideReason: '会长办公会同意' });
    expect(await findDecided(reviewer, applicationId)).toEqual({
      id: applicationId,
      companyName: answers.name,
      event: 'approve',
      memberNumber,
    });
    expect(await findDecided(other, applicationId)).toBeNull();
    expect(await findDecided(await anApplicant(), applicationId)).toBeNull();
    expect(await findDecided(reviewer, '../..')).toBeNull();
  });
});

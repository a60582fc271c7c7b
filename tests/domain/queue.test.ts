import { listQueue } from '../../lib/applications/queue';
import { rejectApplication } from '../../lib/applications/reject-application';
import { db } from '../../lib/db';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { staffWith } from '../support/people';

withDatabase();

const asked = { state: 'all', search: '', waitedDays: 0, page: 1 } as const;

describe('the queue', () => {
  it('counts anew what stands in each state as soon as an application has changed', async () => {
    const reviewer = await staffWith('reviewer');
    const countsOf = async () => (await listQueue(reviewer, asked)).counts;
    const [one] = [await anApplication('submitted'), await anApplication('submitted')];
    expect(await countsOf()).toEqual({ submitted: 2 });
    await rejectApplication(reviewer, { applicationId: one.applicationId, reason: '不符合条件' });
    expect(await countsOf()).toEqual({ submitted: 1, rejected: 1 });
    await anApplication('submitted');
    expect(await countsOf()).toEqual({ submitted: 2, rejected: 1 });
  });

  it('finds by a part of the name, page by page in the order of the list, and counts all', async () => {
    const reviewer = await staffWith('reviewer');
    const before = Date.now();
    const ids: string[] = [];
    for (let n = 0; n < 23; n++) {
      const { applicationId } = await anApplication('submitted', { change: { name: `寻常第${n}建设有限公司` } });
      await db().application.update({ where: { id: applicationId }, data: { submittedAt: new Date(before - n * 1000) } });
      ids.push(applicationId);
    }
    const find = async (search: string, page: number, state: 'all' | 'submitted') => {
      const { rows, total } = await listQueue(reviewer, { ...asked, state, search, page });
      return { ids: rows.map(({ id }) => id), total };
    };
    expect(await find('寻常第', 1, 'all')).toEqual({ ids: ids.slice(0, 20), total: 23 });
    expect(await find('寻常第', 2, 'all')).toEqual({ ids: ids.slice(20), total: 23 });
    expect(await find('寻常第', 1, 'submitted')).toEqual({ ids: ids.toReversed().slice(0, 20), total: 23 });
    expect(await find('魑魅', 1, 'all')).toEqual({ ids: [], total: 0 });
  });
});

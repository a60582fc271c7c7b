import { submitApplication } from '../../lib/applications/submit-application';
import { db } from '../../lib/db';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';

withDatabase();

/** More than a process has connections for. */
const MANY = 12;

describe('more people at once than there are connections', () => {
  it('all get through, also when what is kept in memory has to be asked for again in the middle', async () => {
    const made = await Promise.all(Array.from({ length: MANY }, () => anApplication('dues')));
    const later = performance.now() + 120_000;
    jest.spyOn(performance, 'now').mockImplementation(() => later);
    await Promise.all(made.map(({ applicant, applicationId }) => submitApplication(applicant, { applicationId, key: 'once' })));
    expect(await db().application.count({ where: { state: 'submitted' } })).toBe(MANY);
  });
});

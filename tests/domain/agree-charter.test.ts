import { agreeCharter } from '../../lib/applications/agree-charter';
import { withdrawApplication } from '../../lib/applications/withdraw-application';
import { db } from '../../lib/db';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const consentOf = async (id: string) =>
  (await db().application.findUniqueOrThrow({ where: { id }, include: { charterConsent: { include: { documentVersion: true } } } }))
    .charterConsent;

describe('agreeing to the charter', () => {
  it('records who agreed to which version, when and from where', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    await agreeCharter({ ...applicant, address: '203.0.113.9' }, applicationId);

    const { number } = await db().documentVersion.findFirstOrThrow({ where: { kind: 'charter' }, orderBy: { number: 'desc' } });
    expect(await consentOf(applicationId)).toMatchObject({
      accountId: applicant.id,
      address: '203.0.113.9',
      createdAt: expect.any(Date),
      documentVersion: { kind: 'charter', number },
    });
    expect(await auditOf('application', applicationId)).toEqual(['application.agreeCharter']);
  });

  it('changes nothing a second time', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    await agreeCharter(applicant, applicationId);
    const first = await consentOf(applicationId);
    await agreeCharter({ ...applicant, address: '203.0.113.10' }, applicationId);

    expect(await consentOf(applicationId)).toEqual(first);
    expect(await db().consent.count({ where: { accountId: applicant.id, documentVersion: { kind: 'charter' } } })).toBe(1);
  });

  it('is to the version that is in force at that moment', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    await db().documentVersion.create({ data: { kind: 'charter', number: 2, title: '章程（修订）', body: '…' } });
    await agreeCharter(applicant, applicationId);
    expect(await consentOf(applicationId)).toMatchObject({ documentVersion: { number: 2 } });
  });

  it('is no longer possible once the application was withdrawn', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    await withdrawApplication(applicant, applicationId);
    await expect(agreeCharter(applicant, applicationId)).rejects.toMatchObject({ code: 'notEditable' });
  });

  it("is the applicant's own: for others the application does not exist, and staff cannot agree for it", async () => {
    const { applicationId } = await anApplication('registered');
    await expect(agreeCharter(await anApplicant(), applicationId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(agreeCharter(await staffWith('reviewer'), applicationId)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await consentOf(applicationId)).toBeNull();
  });
});

import { approveApplication } from '../../lib/applications/approve-application';
import { db } from '../../lib/db';
import { anApplication } from '../support/applications';
import { asSuperuser, withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { historyOf, messagesTo } from '../support/trail';

withDatabase();

const approve = async (applicationId: string) =>
  approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '先行入会' });
const everything = async () => ({
  companies: await db().company.findMany({ orderBy: { id: 'asc' } }),
  names: await db().companyName.findMany({ orderBy: { id: 'asc' } }),
  liaisons: await db().liaison.findMany({ orderBy: { id: 'asc' } }),
  accounts: await db().account.count(),
  members: await db().member.findMany({ orderBy: { id: 'asc' } }),
  certificates: await db().certificate.findMany({ orderBy: { id: 'asc' } }),
  charges: await db().charge.findMany({ orderBy: { id: 'asc' } }),
  filings: await db().filing.findMany({ orderBy: { id: 'asc' } }),
  applications: await db().application.findMany({ orderBy: { id: 'asc' } }),
  events: await db().applicationEvent.count(),
  audit: await db().auditEvent.count(),
  messages: await db().message.count(),
});

describe('an approval that cannot be', () => {
  it('is rolled back wholly when the credit code became a member meanwhile', async () => {
    const first = await anApplication('submitted');
    const { applicant, applicationId } = await anApplication('submitted', { change: { uscc: first.answers.uscc } });
    await approve(first.applicationId);
    const reviewer = await staffWith('reviewer');
    const before = await everything();

    await expect(approveApplication(reviewer, { applicationId, overrideReason: '先行入会' })).rejects.toMatchObject({
      code: 'alreadyMember',
      details: { text: expect.stringContaining('已成为会员') },
    });
    expect(await everything()).toEqual(before);
    expect(await historyOf(applicationId)).toEqual(['submit: draft → submitted']);
    expect(await messagesTo(applicant.phone, 'applicationApproved')).toEqual([]);
  });

  it('makes one member when two applications of a company are approved at the same moment', async () => {
    const first = await anApplication('submitted');
    const second = await anApplication('submitted', { change: { uscc: first.answers.uscc } });
    const results = await Promise.allSettled([approve(first.applicationId), approve(second.applicationId)]);

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'alreadyMember' } });
    expect(await db().member.count({ where: { company: { uscc: first.answers.uscc } } })).toBe(1);
  });

  it.each(['Certificate', 'Message', 'ApplicationEvent', 'MemberLevel'])('leaves nothing behind when writing %s fails', async (table) => {
    const { applicationId } = await anApplication('submitted');
    const reviewer = await staffWith('reviewer');
    const before = await everything();
    const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
    await asSuperuser(
      `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
       CREATE TRIGGER broken BEFORE INSERT ON "${table}" EXECUTE FUNCTION break_it();`,
      name,
    );
    try {
      await expect(approveApplication(reviewer, { applicationId, overrideReason: '先行入会' })).rejects.toThrow('the disk is full');
      expect(await everything()).toEqual(before);
    } finally {
      await asSuperuser(`DROP FUNCTION break_it CASCADE`, name);
    }
    await approveApplication(reviewer, { applicationId, overrideReason: '先行入会' });
  });

  it.each(['dues', 'returned', 'rejected', 'withdrawn', 'approved'] as const)('is refused for one that stands at %s', async (stage) => {
    const { applicationId } = await anApplication(stage, { reviewer: await staffWith('reviewer') });
    const { state } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    await expect(approve(applicationId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state });
  });

  it("is not the applicant's, finance's or a stranger's to make", async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    const attempt = (actor: typeof applicant) => approveApplication(actor, { applicationId, overrideReason: '先行入会' });
    await expect(attempt(applicant)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attempt(await staffWith('overseer'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attempt(await staffWith('finance'))).rejects.toMatchObject({ code: 'notFound' });
    await expect(attempt(await anApplicant())).rejects.toMatchObject({ code: 'notFound' });
  });
});

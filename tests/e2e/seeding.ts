import type { AccountActor } from '../../lib/access/actor';
import { db } from '../../lib/db';
import { fileMemberDues } from '../../lib/dues/file-member-dues';
import { buildAccount } from '../../prisma/seed/accounts';
import { buildApplication, type Stage } from '../../prisma/seed/applications';
import { sampleAnswers } from '../../prisma/seed/companies';
import { sampleScan } from '../../prisma/seed/sample-files';
import { type Applicant, serverEnvironment } from './fixtures';

/**
 * An application brought to a stage on the server's database by the product's own commands, for tests whose story begins
 * there. The applicant signs in with MEMBER_PASSWORD of the seed.
 */
export async function seedApplication(applicant: Applicant, stage: Stage): Promise<{ applicationId: string; actor: AccountActor }> {
  // The builders read the environment at their first use, which is here.
  Object.assign(process.env, serverEnvironment(), { LOG_LEVEL: 'silent' });
  const { company: name, uscc, phone, person } = applicant;
  const actor = await buildAccount({ phone, name: person });
  const liaison = { order: 'first' as const, name: person, department: '企业管理部', title: '主任', mobile: phone, email: 'hanmei@qq.com' };
  const page = await sampleScan('扫描件', [name, uscc]);
  const built = await buildApplication({
    applicant: actor,
    answers: sampleAnswers({ name, uscc, liaisons: [liaison] }),
    stage,
    reviewer: await staffActor('13900000001'),
    finance: await staffActor('13900000002'),
    scans: { applicationForm: page, creditPledge: page, businessLicense: page },
  });
  return { ...built, actor };

  async function staffActor(staffPhone: string): Promise<AccountActor> {
    const account = await db().account.findUniqueOrThrow({ where: { phone: staffPhone }, include: { roles: true } });
    return {
      kind: 'account',
      id: account.id,
      name: account.name,
      phone: staffPhone,
      roles: account.roles.map(({ role }) => role),
      companyIds: [],
      sessionId: '',
      address: '127.0.0.1',
      freshFactor: false,
    };
  }
}

type SeededMember = { companyId: string; actor: AccountActor };

/** A member that owes these years beside the one it joined in, which is paid; and has filed the last of them where asked for. */
export async function seedMember(applicant: Applicant, years: number[], { filed = false } = {}): Promise<SeededMember> {
  const { actor: registrant, applicationId } = await seedApplication(applicant, 'approved');
  const { member } = await db().application.findUniqueOrThrow({ where: { id: applicationId }, select: { member: true } });
  if (!member) throw new Error('the application was not approved');
  const { companyId } = member;
  const data = years.map((year) => ({
    ...{ companyId, year, level: 'ordinaryMember' as const, amountFen: 300_000 },
    dueOn: new Date(`${year}-06-30T00:00:00Z`),
  }));
  await db().charge.createMany({ data });
  const actor = { ...registrant, companyIds: [companyId] };
  const year = years.at(-1);
  if (filed && year) {
    const { company: name, uscc, phone, person } = applicant;
    const values = {
      ...{ titleName: name, titleUscc: uscc, person, mobile: phone, email: 'hanmei@qq.com', payer: name, level: 'ordinaryMember' },
      ...{ paidOn: '2026-11-20', amount: '3000', serial: `SN${phone}` },
    };
    await fileMemberDues(actor, { companyId, year, values });
  }
  return { companyId, actor };
}

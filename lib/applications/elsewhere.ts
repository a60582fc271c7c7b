import 'server-only';
import { db } from '../db';
import type { ApplicationState } from '../generated/prisma/enums';
import type { CompanyAnswers } from './schema';

/** What the association knows already of the same company or the same people. */
export type Elsewhere = {
  applications: { id: string; companyName: string; state: ApplicationState; submittedAt: Date | null; same: string[] }[];
  members: { number: string; companyName: string; same: string[] }[];
};

const MOST = 20;

/** Other applications and members with the same credit code, applicant or liaison's mobile. The caller has authorized. */
export async function findElsewhere(
  { id, registrantId }: { id: string; registrantId: string },
  { uscc, liaisons }: Pick<CompanyAnswers, 'uscc' | 'liaisons'>,
): Promise<Elsewhere> {
  const mobiles = liaisons.map(({ mobile }) => mobile);
  const [applications, companies] = await Promise.all([
    db().application.findMany({
      where: {
        id: { not: id },
        OR: [{ registrantId, state: { not: 'draft' } }, { currentSnapshot: { OR: [{ uscc }, { mobile: { in: mobiles } }] } }],
      },
      select: {
        id: true,
        registrantId: true,
        state: true,
        submittedAt: true,
        currentSnapshot: { select: { companyName: true, uscc: true, mobile: true } },
      },
      orderBy: { createdAt: 'desc' },
      take: MOST,
    }),
    db().company.findMany({
      where: { OR: [{ uscc }, { liaisons: { some: { mobile: { in: mobiles }, to: null } } }], member: { isNot: null } },
      select: { name: true, uscc: true, member: { select: { number: true, application: { select: { id: true } } } } },
      take: MOST,
    }),
  ]);
  return {
    applications: applications.map(({ currentSnapshot, ...row }) => ({
      id: row.id,
      companyName: currentSnapshot?.companyName ?? '未提交',
      state: row.state,
      submittedAt: row.submittedAt,
      same: [
        ...(currentSnapshot?.uscc === uscc ? ['信用代码相同'] : []),
        ...(currentSnapshot && mobiles.includes(currentSnapshot.mobile) ? ['联络员手机号相同'] : []),
        ...(row.registrantId === registrantId ? ['同一申请人'] : []),
      ],
    })),
    members: companies.flatMap(({ name, uscc: code, member }) =>
      // The member that this very application became is not elsewhere.
      member && member.application?.id !== id
        ? [{ number: member.number, companyName: name, same: code === uscc ? ['信用代码相同'] : ['联络员手机号相同'] }]
        : [],
    ),
  };
}

import 'server-only';
import * as z from 'zod';
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
  const ids = await findIds({ registrantId, uscc, mobiles });
  const [applications, companies] = await Promise.all([
    findApplications(ids.applications.filter((other) => other !== id)),
    findCompanies(ids.companies),
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

const idsRow = z.tuple([z.object({ applications: z.array(z.string()), companies: z.array(z.string()) })]);

// Each question by its own index: asked in one with OR, PostgreSQL reads all applications and all companies.
async function findIds({ registrantId, uscc, mobiles }: { registrantId: string; uscc: string; mobiles: string[] }) {
  const [ids] = idsRow.parse(
    await db().$queryRaw`
      SELECT
        ARRAY(SELECT a."id"::text FROM "Application" a WHERE a."registrantId" = ${registrantId}::uuid AND a."state" <> 'draft'
          UNION SELECT a."id"::text FROM "ApplicationSnapshot" s JOIN "Application" a ON a."currentSnapshotId" = s."id" WHERE s."uscc" = ${uscc}
          UNION SELECT a."id"::text FROM "ApplicationSnapshot" s JOIN "Application" a ON a."currentSnapshotId" = s."id"
            WHERE s."mobile" = ANY(${mobiles})) AS "applications",
        ARRAY(SELECT c."id"::text FROM "Company" c WHERE c."uscc" = ${uscc}
          UNION SELECT l."companyId"::text FROM "Liaison" l WHERE l."mobile" = ANY(${mobiles}) AND l."to" IS NULL) AS "companies"`,
  );
  return ids;
}

async function findApplications(ids: string[]) {
  if (!ids.length) return [];
  return db().application.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      registrantId: true,
      state: true,
      submittedAt: true,
      currentSnapshot: { select: { companyName: true, uscc: true, mobile: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  });
}

async function findCompanies(ids: string[]) {
  if (!ids.length) return [];
  return db().company.findMany({
    where: { id: { in: ids }, member: { isNot: null } },
    select: { name: true, uscc: true, member: { select: { number: true, application: { select: { id: true } } } } },
    take: MOST,
  });
}

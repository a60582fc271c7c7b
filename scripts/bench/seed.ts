import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { sampleAnswers, sampleUscc } from '../../prisma/seed/companies';
import { addCopies, BIGRAMS, COPY_FUNCTION, type Copied, copier, privacyOf } from './copies';
import { multiplyMembers } from './seed-members';

const DRAFTS = 14_000;
export const SESSION_HEADERS = { 'user-agent': 'bench' };

/** How much of what: years of dues are those of each member. */
export type Size = { applications: number; members: number; years: number };

/** What the measured pages need to know of a filled database. */
export type Seeded = {
  drafts: { applicationId: string; session: string }[];
  reviewer: string;
  submitted: string[];
  /** Those who sign in, each with a year to pay. */
  members: { companyId: string; memberId: string; session: string }[];
  finance: string;
  /** Phones of accounts with the seed's password. */
  phones: string[];
};

type Templates = { draft: string; submitted: string; member: string };

/**
 * Fills a migrated, seeded database: a few templates are made by the product's own commands, and their rows multiplied
 * in SQL, so that new columns come along by themselves: submitted applications, most of them decided long ago, and members.
 */
export async function fill(owner: string, { applications, members, years }: Size): Promise<Seeded> {
  const templates = await makeTemplates();
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica`); // rows refer to each other in a circle
    await client.query(COPY_FUNCTION);
    const drafts = await multiply(client, templates.draft, { from: 1, count: DRAFTS, kind: 'draft' });
    const submitted = await multiply(client, templates.submitted, { from: 1_000_000, count: applications, kind: 'submitted' });
    await client.query(
      `UPDATE "Application" SET "state" = 'rejected', "decidedAt" = "submittedAt" + interval '3 days'
       WHERE "id" IN (SELECT "application" FROM copies WHERE "kind" = 'submitted' AND n % 50 > 0)`,
    );
    await client.query(
      `UPDATE "Application" a SET "submittedAt" = now() - ((c.n % 3000) * interval '1 hour'), "createdAt" = now() - interval '200 days'
       FROM copies c WHERE c."application" = a."id" AND c."kind" = 'submitted'`,
    );
    const joined = await multiplyMembers(client, templates.member, { members, years });
    const { rows: phones } = await client.query<{ phone: string }>(
      `SELECT "phone" FROM "Account" a WHERE EXISTS (SELECT 1 FROM copies c WHERE c."account" = a."id" AND c."kind" = 'draft') LIMIT 4000`,
    );
    const [reviewer, finance] = [randomUUID(), randomUUID()];
    for (const [role, secret] of Object.entries({ reviewer, finance }))
      await client.query(
        `INSERT INTO "Session" (SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'idHash', encode(sha256($1::bytea), 'hex'),
           'accountId', (SELECT "accountId" FROM "AccountRole" WHERE "role" = $2::"StaffRole" LIMIT 1)))).* FROM "Session" s LIMIT 1)`,
        [secret, role],
      );
    await client.query(
      `INSERT INTO "Totp" ("accountId", "secretSealed") SELECT DISTINCT "accountId", '' FROM "AccountRole" ON CONFLICT DO NOTHING`,
    );
    await client.query('VACUUM ANALYZE');
    return {
      drafts: await Promise.all(
        drafts.map(async ({ application, secret }) => ({ applicationId: application, session: await sessionOf(secret) })),
      ),
      submitted: submitted.filter((_, index) => index % 50 === 49).map(({ application }) => application),
      members: await Promise.all(
        joined.map(async ({ company, member, secret }) => ({ companyId: company, memberId: member, session: await sessionOf(secret) })),
      ),
      reviewer: await sessionOf(reviewer),
      finance: await sessionOf(finance),
      phones: phones.map(({ phone }) => phone),
    };
  } finally {
    await client.end();
  }
}

/** The cookie that a session's secret becomes. */
function sessionOf(secret: string): Promise<string> {
  return encode({ token: { sid: secret }, secret: process.env.AUTH_SECRET ?? '', salt: 'session' });
}

// Imported late: it opens the database that the environment names.
async function makeTemplates(): Promise<Templates> {
  const { buildAccount, buildStaff } = await import('../../prisma/seed/accounts');
  const { buildApplication } = await import('../../prisma/seed/applications');
  const { openSession } = await import('../../lib/accounts/sessions');
  const { disconnect } = await import('../../lib/db');
  const reviewer = await buildStaff({ phone: '13700000001', name: '王审核', roles: ['reviewer'] });
  const finance = await buildStaff({ phone: '13700000002', name: '陈财务', roles: ['finance'] });
  const build = async (n: number, stage: 'dues' | 'submitted' | 'approved') => {
    const applicant = await buildAccount({ phone: `1370000010${n}`, name: '张建国' });
    await openSession({ accountId: applicant.id, address: '127.0.0.1', userAgent: 'bench' });
    const answers = sampleAnswers({ name: `北京远筑建设集团有限公司${n}`, uscc: sampleUscc(n) });
    const [liaison] = answers.liaisons;
    if (liaison) liaison.mobile = applicant.phone;
    const { applicationId } = await buildApplication({ applicant, answers, stage, reviewer, finance });
    return applicationId;
  };
  const templates = { draft: await build(1, 'dues'), submitted: await build(2, 'submitted'), member: await build(3, 'approved') };
  await disconnect();
  return templates;
}

/** An application with everything that hangs on it, `count` times. */
async function multiply(
  client: pg.Client,
  application: string,
  { from, count, kind }: { from: number; count: number; kind: string },
): Promise<Copied[]> {
  const copies = await addCopies(client, kind, from, count);
  const copy = copier(client, kind);
  const own = `t."applicationId" = '${application}'`;
  const owner = `(SELECT "registrantId" FROM "Application" WHERE "id" = '${application}')`;
  await copy('Account', `t."id" = ${owner}`, `'id', c.account, 'phone', c.phone`);
  await copy(
    'Session',
    `t."accountId" = ${owner}`,
    `'id', gen_random_uuid(), 'accountId', c.account, 'idHash', encode(sha256(c.secret::bytea), 'hex')`,
  );
  await copy('Consent', privacyOf(owner), `'id', gen_random_uuid(), 'accountId', c.account`);
  await copy(
    'Consent',
    `t."id" = (SELECT "charterConsentId" FROM "Application" WHERE "id" = '${application}')`,
    `'id', c.consent, 'accountId', c.account`,
  );
  await copy(
    'Application',
    `t."id" = '${application}'`,
    `'id', c.application, 'registrantId', c.account, 'charterConsentId', c.consent,
     'currentSnapshotId', CASE WHEN t."currentSnapshotId" IS NULL THEN NULL ELSE c.snapshot END`,
  );
  await copy(
    'ApplicationAnswers',
    own,
    `'applicationId', c.application, 'data', CASE WHEN t."step" = 'company' THEN t."data" || jsonb_build_object('name', c.name) ELSE t."data" END`,
  );
  await client.query(`CREATE TEMP TABLE IF NOT EXISTS file_copies (old uuid, application uuid, new uuid, PRIMARY KEY (application, old))`);
  await client.query(
    `INSERT INTO file_copies SELECT f."id", c.application, gen_random_uuid() FROM "File" f, copies c WHERE f."applicationId" = $1 AND c.kind = $2`,
    [application, kind],
  );
  await client.query(
    `INSERT INTO "File" SELECT (jsonb_populate_record(f, jsonb_build_object('id', m.new, 'applicationId', m.application, 'key', 'bench/' || m.new))).*
     FROM "File" f JOIN file_copies m ON m.old = f."id" WHERE f."applicationId" = $1`,
    [application],
  );
  await client.query(
    `INSERT INTO "FilePage" SELECT (jsonb_populate_record(p, jsonb_build_object('fileId', m.new, 'key', 'bench/' || m.new || '/' || p."page"))).*
     FROM "FilePage" p JOIN "File" f ON f."id" = p."fileId" JOIN file_copies m ON m.old = f."id" WHERE f."applicationId" = $1`,
    [application],
  );
  await copy(
    'ApplicationSnapshot',
    own,
    `'id', c.snapshot, 'applicationId', c.application, 'companyName', c.name, 'uscc', c.uscc, 'mobile', c.phone, 'nameBigrams', ${BIGRAMS},
     'answers', jsonb_set(t."answers", '{company,name}', to_jsonb(c.name)),
     'files', (SELECT jsonb_agg(x || jsonb_build_object('id', m.new)) FROM jsonb_array_elements(t."files") x
               JOIN file_copies m ON m.old = (x->>'id')::uuid AND m.application = c.application)`,
  );
  await copy('ApplicationEvent', own, `'id', gen_random_uuid(), 'applicationId', c.application, 'snapshotId', c.snapshot`);
  await copy('Charge', own, `'id', c.charge, 'applicationId', c.application`);
  await copy('Filing', own, `'id', c.filing, 'applicationId', c.application, 'serial', 'SN' || c.n`);
  const filing = `t."filingId" = (SELECT "id" FROM "Filing" WHERE "applicationId" = '${application}' LIMIT 1)`;
  await copy('FilingCharge', filing, `'filingId', c.filing, 'chargeId', c.charge`);
  return copies;
}

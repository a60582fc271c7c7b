import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { sampleAnswers, sampleUscc } from '../../prisma/seed/companies';

const DRAFTS = 14_000;
const MEMBERS = 400;
export const SESSION_HEADERS = { 'user-agent': 'bench' };

/** What the measured pages need to know of a filled database. */
export type Seeded = {
  drafts: { applicationId: string; session: string }[];
  reviewer: string;
  submitted: string[];
  members: { companyId: string; session: string }[];
  /** Phones of accounts with the seed's password. */
  phones: string[];
};

type Templates = { draft: string; submitted: string; member: string };

/**
 * Fills a migrated, seeded database: a few templates are made by the product's own commands, and their rows multiplied
 * in SQL, so that new columns come along by themselves. `rows` submitted applications, most of them decided long ago.
 */
export async function fill(owner: string, rows: number): Promise<Seeded> {
  const templates = await makeTemplates();
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica`); // rows refer to each other in a circle
    await client.query(COPY_FUNCTION);
    const drafts = await multiply(client, templates.draft, { from: 1, count: DRAFTS, kind: 'draft' });
    const submitted = await multiply(client, templates.submitted, { from: 1_000_000, count: rows, kind: 'submitted' });
    await client.query(
      `UPDATE "Application" SET "state" = 'rejected', "decidedAt" = "submittedAt" + interval '3 days'
       WHERE "id" IN (SELECT "application" FROM copies WHERE "kind" = 'submitted' AND n % 50 > 0)`,
    );
    await client.query(
      `UPDATE "Application" a SET "submittedAt" = now() - ((c.n % 3000) * interval '1 hour'), "createdAt" = now() - interval '200 days'
       FROM copies c WHERE c."application" = a."id" AND c."kind" = 'submitted'`,
    );
    const members = await multiplyMembers(client, templates.member);
    const { rows: phones } = await client.query<{ phone: string }>(
      `SELECT "phone" FROM "Account" a WHERE EXISTS (SELECT 1 FROM copies c WHERE c."account" = a."id" AND c."kind" = 'draft') LIMIT 4000`,
    );
    await client.query('ANALYZE');
    const staff = randomUUID();
    await client.query(
      `INSERT INTO "Session" (SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'idHash', encode(sha256($1::bytea), 'hex'),
         'accountId', (SELECT "accountId" FROM "AccountRole" WHERE "role" = 'reviewer' LIMIT 1)))).* FROM "Session" s LIMIT 1)`,
      [staff],
    );
    return {
      drafts: await Promise.all(
        drafts.map(async ({ application, secret }) => ({ applicationId: application, session: await sessionOf(secret) })),
      ),
      submitted: submitted.filter((_, index) => index % 50 === 49).map(({ application }) => application),
      members: await Promise.all(members.map(async ({ company, secret }) => ({ companyId: company, session: await sessionOf(secret) }))),
      reviewer: await sessionOf(staff),
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
  const { db } = await import('../../lib/db');
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
  await db().$disconnect();
  return templates;
}

/** `copy_rows(table, where, changes)`: the rows again with some columns changed; `changes` may name columns of `t` and of `c`. */
const COPY_FUNCTION = `
CREATE TEMP TABLE copies (
  n int, kind text, application uuid, account uuid, snapshot uuid, consent uuid, filing uuid, charge uuid, company uuid, member uuid,
  secret text, name text, uscc text, phone text);
CREATE FUNCTION pg_temp.copy_rows(kind text, name text, condition text, changes text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO %1$I SELECT (jsonb_populate_record(t, jsonb_build_object(%2$s))).* FROM %1$I t, copies c WHERE c.kind = %4$L AND (%3$s)',
    name, changes, condition, kind);
END $$;`;

const NAME = `(array['北京','天津','河北','山西','辽宁','上海','江苏','浙江','安徽','福建','山东','河南','湖北','湖南','广东','四川'])[1 + n % 16]
  || (array['鸿','宏','恒','华','建','中','安','泰','盛','瑞'])[1 + (n / 10) % 10] || (array['基','达','远','业','筑','工','城','信','通','图'])[1 + n % 10]
  || (array['建设集团有限公司','建筑工程有限公司','路桥工程有限公司','安装工程有限公司','市政工程有限公司'])[1 + n % 5] || n`;
const BIGRAMS = `ARRAY(SELECT DISTINCT substr(lower(c.name), i, 2) FROM generate_series(1, length(c.name) - 1) i)`;

type Copied = { application: string; company: string; secret: string };

async function addCopies(client: pg.Client, kind: string, from: number, count: number): Promise<Copied[]> {
  const { rows } = await client.query<Copied>(
    `INSERT INTO copies
     SELECT n, $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
       gen_random_uuid(), gen_random_uuid()::text, ${NAME}, '91' || lpad(n::text, 16, '0'), '15' || lpad(n::text, 9, '0')
     FROM generate_series($2::int, $2::int + $3::int - 1) n RETURNING application, company, secret`,
    [kind, from, count],
  );
  return rows;
}

/** The consent to the privacy policy, without which nobody gets past it. */
function privacyOf(account: string): string {
  return `t."accountId" = ${account} AND t."documentVersionId" IN (SELECT "id" FROM "DocumentVersion" WHERE "kind" = 'privacy')`;
}

/** An application with everything that hangs on it, `count` times. */
async function multiply(
  client: pg.Client,
  application: string,
  { from, count, kind }: { from: number; count: number; kind: string },
): Promise<Copied[]> {
  const copies = await addCopies(client, kind, from, count);
  const copy = (table: string, condition: string, changes: string) =>
    client.query('SELECT pg_temp.copy_rows($1, $2, $3, $4)', [kind, table, condition, changes]);
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

/** A member with company, liaison and certificate, MEMBERS times. */
async function multiplyMembers(client: pg.Client, application: string): Promise<Copied[]> {
  const copies = await addCopies(client, 'member', 2_000_000, MEMBERS);
  const copy = (table: string, condition: string, changes: string) =>
    client.query('SELECT pg_temp.copy_rows($1, $2, $3, $4)', ['member', table, condition, changes]);
  const member = `(SELECT "memberId" FROM "Application" WHERE "id" = '${application}')`;
  const company = `(SELECT "companyId" FROM "Member" WHERE "id" = ${member})`;
  const account = `(SELECT "registrantId" FROM "Application" WHERE "id" = '${application}')`;
  await copy('Account', `t."id" = ${account}`, `'id', c.account, 'phone', c.phone`);
  await copy(
    'Session',
    `t."accountId" = ${account}`,
    `'id', gen_random_uuid(), 'accountId', c.account, 'idHash', encode(sha256(c.secret::bytea), 'hex')`,
  );
  await copy('Consent', privacyOf(account), `'id', gen_random_uuid(), 'accountId', c.account`);
  await copy('Company', `t."id" = ${company}`, `'id', c.company, 'uscc', c.uscc, 'name', c.name, 'nameBigrams', ${BIGRAMS}`);
  await copy('CompanyName', `t."companyId" = ${company}`, `'id', gen_random_uuid(), 'companyId', c.company, 'name', c.name`);
  await copy(
    'Liaison',
    `t."companyId" = ${company}`,
    `'id', gen_random_uuid(), 'companyId', c.company, 'accountId', c.account, 'mobile', c.phone`,
  );
  await copy('Member', `t."id" = ${member}`, `'id', c.member, 'companyId', c.company, 'number', '2026' || c.n`);
  await copy('MemberLevel', `t."memberId" = ${member}`, `'id', gen_random_uuid(), 'memberId', c.member`);
  await copy(
    'Certificate',
    `t."memberId" = ${member}`,
    `'id', gen_random_uuid(), 'memberId', c.member, 'number', '2026' || c.n, 'token', upper(replace(c.member::text, '-', '')),
     'printed', t."printed" || jsonb_build_object('name', c.name, 'memberNumber', '2026' || c.n)`,
  );
  return copies;
}

import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, APIResponse, Browser } from '@playwright/test';
import * as z from 'zod';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { storeUpload } from '../../lib/uploads/store-upload';
import { MEMBER_PASSWORD, STAFF_PASSWORD } from '../../prisma/seed/people';
import { sampleScan } from '../../prisma/seed/sample-files';
import {
  type ActionAnswer,
  type ActorName,
  actors,
  frameworkRoutes,
  type RouteAnswer,
  type RouteRow,
  routes,
  serverActions,
  type Targets,
} from './access-matrix';
import { addLiaison, companyOf, seedRename } from './companies';
import { type Applicant, alone, expect, newApplicant, serverEnvironment, sql, test } from './fixtures';
import { letFactorGrowStale, newStaff, passwordByRequest, signInByRequest } from './people';
import { seedApplication } from './seeding';

const routesManifest = z.record(z.string(), z.string());
const actionsManifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) })),
});
const oneRow = z.tuple([z.object({ found: z.string() })]);

const staffRoles: Partial<Record<ActorName, StaffRole[]>> = {
  pending: ['reviewer', 'finance', 'overseer', 'admin'],
  reviewer: ['reviewer'],
  finance: ['finance'],
  overseer: ['overseer'],
  admin: ['admin'],
};

type World = { targets: Targets; requests: Record<ActorName, APIRequestContext> };

test('every route answers every actor as the matrix says, and none is missing from it', async ({ browser }) => {
  test.setTimeout(300_000);
  const known = Object.values(routesManifest.parse(JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8'))));
  expect(known.filter((route) => !frameworkRoutes.includes(route)).toSorted()).toEqual(Object.keys(routes).toSorted());

  const { targets, requests } = await buildWorld(browser);
  const wrong: string[] = [];
  for (const [route, rows] of Object.entries(routes)) {
    for (const row of rows) {
      for (const actor of actors) {
        const answer = await ask(requests[actor], row, targets);
        if (answer !== row.answers[actor]) wrong.push(`${route} ${row.path(targets)} as ${actor}: ${answer}, not ${row.answers[actor]}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('every server action answers every actor as the matrix says, even posted to a page that is not its own', async ({ browser }) => {
  test.setTimeout(300_000);
  const { node } = actionsManifest.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')));
  const ids = new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]));
  expect([...ids.keys()].toSorted()).toEqual(Object.keys(serverActions).toSorted());

  const { targets, requests } = await buildWorld(browser);
  const wrong: string[] = [];
  // The administrator's answers to the settings' actions are real.
  await alone('settings', async () => {
    for (const [name, { fields, answers }] of Object.entries(serverActions)) {
      for (const actor of actors) {
        if (name === 'signOutAction' && actor !== 'visitor') continue; // it would end the actor's own session
        const answer = await call(requests[actor], actor, ids.get(name) ?? '', fields(targets));
        if (answer !== answers[actor]) wrong.push(`${name} as ${actor}: ${answer}, not ${answers[actor]}`);
      }
    }
  });
  expect(wrong).toEqual([]);
});

test('a write from another site, or from no page at all, is refused', async ({ browser }) => {
  const { targets, requests } = await buildWorld(browser);
  const { node } = actionsManifest.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')));
  const [id = ''] = Object.entries(node).find(([, { exportedName }]) => exportedName === 'withdrawAction') ?? [];
  const forged: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: site(), 'sec-fetch-site': 'cross-site' },
    {},
  ];
  for (const headers of forged) {
    const response = await requests.applicant.post('/apply/status', {
      headers: { 'next-action': id, ...headers },
      multipart: multipart({ applicationId: targets.applicationId }),
    });
    expect(await response.text(), JSON.stringify(headers)).not.toContain('已经被处理过了');
  }
});

async function ask(request: APIRequestContext, { path, method = 'GET', body, form }: RouteRow, targets: Targets): Promise<RouteAnswer> {
  const options = {
    maxRedirects: 0,
    headers: { origin: site() },
    ...(body && { data: body(targets) }),
    ...(form && { multipart: form(targets) }),
  };
  const response = await request.fetch(path(targets), { method, ...options });
  return routeAnswer(response);
}

function routeAnswer(response: APIResponse): RouteAnswer {
  const status = response.status();
  if (status === 401) return '401';
  if (status === 404) return '404';
  if (status >= 300 && status < 400) return /\/login(\?|$)/.test(response.headers().location ?? '') ? 'login' : 'away';
  if (status < 300 || status === 422) return 'ok';
  throw new Error(`${response.url()} answered ${status}`);
}

// Posted to an address that has nothing to do with the action: Next runs it all the same. A visitor brings a cookie of
// their own making, so that it is the action that turns them away and not the middleware before it.
async function call(request: APIRequestContext, actor: ActorName, id: string, fields: Record<string, string>): Promise<ActionAnswer> {
  const response = await request.post('/contact', {
    maxRedirects: 0,
    headers: { 'next-action': id, origin: site(), ...(actor === 'visitor' && { cookie: 'session=forged' }) },
    multipart: multipart(fields),
  });
  const text = await response.text();
  const ran = response.headers()['content-type']?.startsWith('text/x-component');
  if (!ran) throw new Error(`action ${id} answered ${response.status()}: ${text.slice(0, 200)}`);
  if (text.includes('"status":"signedOut"')) return 'signedOut';
  if (text.includes('"stepUp":true')) return 'stepUp';
  if (text.includes('没有找到这项内容')) return 'unseen';
  return text.includes('您没有这项操作的权限') ? 'no' : 'yes';
}

// As React encodes the arguments (previous state, form) of an action: the form's entries first, then the list of both.
function multipart(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append('0', '[{"status":"idle"},"$K1"]');
  return form;
}

async function buildWorld(browser: Browser): Promise<World> {
  const people = {
    ...{ applicant: newApplicant(), otherApplicant: newApplicant(), memberA: newApplicant(), memberB: newApplicant() },
    shared: newApplicant(),
  };
  const { applicationId } = await seedApplication(people.applicant, 'submitted');
  const of = async (statement: string, value: string) => oneRow.parse(await sql(statement, [value]))[0].found;
  const voucherId = await of(
    `SELECT "id"::text AS "found" FROM "File" WHERE "applicationId" = $1 AND "kind" = 'applicationForm'`,
    applicationId,
  );
  const fileId = await of(
    `SELECT "id"::text AS "found" FROM "File" WHERE "applicationId" = $1 AND "kind" = 'businessLicense'`,
    applicationId,
  );
  const filingId = await of(`SELECT "id"::text AS "found" FROM "Filing" WHERE "applicationId" = $1`, applicationId);
  await sql(`UPDATE "File" SET "kind" = 'transferVoucher' WHERE "id" = $1`, [voucherId]);
  await endApplication(applicationId);
  await seedApplication(people.otherApplicant, 'submitted');
  await seedApplication(people.memberA, 'approved');
  await seedApplication(people.memberB, 'approved');
  const companyId = await companyOf(people.memberA);
  await addLiaison(people.shared, companyId, await companyOf(people.memberB));
  const { changeId, licenceId } = await seedRename(companyId, 'withdrawn');
  const chargeId = await of(`SELECT "id"::text AS "found" FROM "Charge" WHERE "companyId" = $1`, companyId);
  const token = await of(
    `SELECT "token" AS "found" FROM "Certificate" c JOIN "Member" m ON m."id" = c."memberId" WHERE m."companyId" = $1`,
    companyId,
  );
  const { id: staffId } = await newStaff(['reviewer']);
  const member = await leaveTraces(companyId);
  const importId = await failedImport(staffId);
  return {
    targets: {
      ...member,
      importId,
      uscc: people.memberA.uscc,
      applicationId,
      companyId,
      chargeId,
      changeId,
      licenceId,
      fileId,
      voucherId,
      filingId,
      token,
      staffId,
    },
    requests: await signInAll(browser, people),
  };
}

// Nothing leads on from it, and it has a company to send back.
async function failedImport(uploaderId: string): Promise<string> {
  const importId = randomUUID();
  await sql(
    `INSERT INTO "Import" ("id", "state", "uploaderId", "workbookName", "workbookKey", "failure") VALUES ($1, 'failed', $2, 'a.xlsx', 'a/b', 'x')`,
    [importId, uploaderId],
  );
  await sql(
    `INSERT INTO "ImportCompany" ("importId", "position", "uscc", "name", "outcome", "rows", "problems") VALUES ($1, 0, '', '', 'refused', '[]', '[]')`,
    [importId],
  );
  return importId;
}

const site = () => serverEnvironment().SITE_URL ?? '';

// A note, an attachment and a seat of the member, each as a command would have left it.
async function leaveTraces(companyId: string) {
  const of = async (statement: string) => oneRow.parse(await sql(statement, [companyId]))[0].found;
  const member = `(SELECT "id" FROM "Member" WHERE "companyId" = $1)`;
  const staff = `(SELECT "id" FROM "Account" WHERE "phone" = '13900000001')`;
  return {
    memberId: await of(`SELECT "id"::text AS "found" FROM "Member" WHERE "companyId" = $1`),
    noteId: await of(
      `INSERT INTO "MemberNote" ("id", "memberId", "text", "notedOn", "authorId", "authorName")
       VALUES (gen_random_uuid(), ${member}, '备注', '2026-01-01', ${staff}, '王审核') RETURNING "id"::text AS "found"`,
    ),
    seatId: await of(
      `INSERT INTO "CouncilSeat" ("id", "memberId", "position", "person", "title", "term", "from")
       VALUES (gen_random_uuid(), ${member}, '理事', '赵大海', '董事长', '第十届', '2025-01-01') RETURNING "id"::text AS "found"`,
    ),
    attachmentId: await attachTo(companyId),
  };
}

async function attachTo(companyId: string): Promise<string> {
  const [row] = await sql(`SELECT "id"::text FROM "Account" WHERE "phone" = '13900000001'`);
  const who = { name: '王审核', phone: '13900000001', roles: ['reviewer' as const], companyIds: [], sessionId: '', address: '127.0.0.1' };
  const reviewer = { kind: 'account' as const, id: String(row?.id), ...who, freshFactor: true };
  const upload = { companyId, kind: 'memberAttachment' as const, name: '附件.jpg', type: 'image/jpeg' as const };
  return (await storeUpload(reviewer, upload, await sampleScan('附件', ['会员来函']))).id;
}

// Withdrawn, with its filing returned: every command on it is refused by a rule.
async function endApplication(applicationId: string): Promise<void> {
  await sql(`UPDATE "Filing" SET "state" = 'returned', "reason" = '查不到', "decidedAt" = now() WHERE "applicationId" = $1`, [
    applicationId,
  ]);
  await sql(`UPDATE "Application" SET "state" = 'withdrawn', "decidedAt" = now() WHERE "id" = $1`, [applicationId]);
}

async function signInAll(browser: Browser, people: Partial<Record<ActorName, Applicant>>): Promise<Record<ActorName, APIRequestContext>> {
  const entries = actors.map(async (actor) => {
    const context = await browser.newContext({
      baseURL: site(),
      extraHTTPHeaders: { 'x-forwarded-for': `203.0.113.${randomInt(1, 255)}` },
    });
    const [member, roles] = [people[actor], staffRoles[actor]];
    if (member) await signInByRequest(context.request, member.phone, MEMBER_PASSWORD);
    if (roles) await signInWithRoles(context.request, roles, actor === 'pending');
    return [actor, context.request] as const;
  });
  const requests = new Map(await Promise.all(entries));
  const of = (actor: ActorName): APIRequestContext => {
    const request = requests.get(actor);
    if (!request) throw new Error(actor);
    return request;
  };
  return {
    visitor: of('visitor'),
    pending: of('pending'),
    applicant: of('applicant'),
    otherApplicant: of('otherApplicant'),
    memberA: of('memberA'),
    memberB: of('memberB'),
    shared: of('shared'),
    reviewer: of('reviewer'),
    finance: of('finance'),
    overseer: of('overseer'),
    admin: of('admin'),
  };
}

// What asks for a fresh second factor shall answer so, instead of being done.
async function signInWithRoles(request: APIRequestContext, roles: StaffRole[], isPending: boolean): Promise<void> {
  const person = await newStaff(roles);
  if (isPending) return passwordByRequest(request, person.phone, STAFF_PASSWORD);
  await signInByRequest(request, person.phone, STAFF_PASSWORD);
  await letFactorGrowStale(person);
}

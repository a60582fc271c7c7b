import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type APIRequestContext, request } from '@playwright/test';
import * as z from 'zod';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { storeUpload } from '../../lib/uploads/store-upload';
import { MEMBER_PASSWORD, STAFF_PASSWORD } from '../../prisma/seed/people';
import { sampleScan } from '../../prisma/seed/sample-files';
import { type ActorName, actors, type Targets } from './access-matrix';
import { addLiaison, companyOf, seedErasure, seedExit, seedRename } from './companies';
import { type Applicant, newApplicant, serverEnvironment, sql } from './fixtures';
import { letFactorGrowStale, newStaff, passwordByRequest, signInByRequest } from './people';
import { seedReceipt } from './receipts';
import { seedApplication } from './seeding';

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

export type World = { targets: Targets; requests: Record<ActorName, APIRequestContext> };

/** The server actions of the build, by exported name, each with the id under which it is called. */
export function readActions(): Map<string, string> {
  const { node } = actionsManifest.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')));
  return new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]));
}

/** As React encodes the arguments (previous state, form) of an action: the form's entries first, then the list of both. */
export function multipart(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append('0', '[{"status":"idle"},"$K1"]');
  return form;
}

/** Records of the applicant and of member A, with which nothing can be done any more, and everybody signed in. */
export async function buildWorld(): Promise<World> {
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
  await sql(`UPDATE "File" SET "kind" = 'transferVoucher', "formNumber" = NULL WHERE "id" = $1`, [voucherId]);
  await endApplication(applicationId);
  await seedApplication(people.otherApplicant, 'submitted');
  await seedApplication(people.memberA, 'approved');
  await seedApplication(people.memberB, 'approved');
  const companyId = await companyOf(people.memberA);
  await addLiaison(people.shared, companyId, await companyOf(people.memberB));
  const { changeId, licenceId } = await seedRename(companyId, 'withdrawn');
  await seedExit(companyId);
  const erasureId = await seedErasure(people.shared, 'withdrawn');
  const chargeId = await of(`SELECT "id"::text AS "found" FROM "Charge" WHERE "companyId" = $1`, companyId);
  const orderNumber = await closedOrder(companyId, chargeId);
  const token = await of(
    `SELECT "token" AS "found" FROM "Certificate" c JOIN "Member" m ON m."id" = c."memberId" WHERE m."companyId" = $1`,
    companyId,
  );
  const { id: staffId } = await newStaff(['reviewer']);
  const member = await leaveTraces(companyId);
  const importId = await failedImport(staffId);
  const statement = await settledStatement(staffId);
  const receipt = await reversedReceipt(companyId, staffId);
  return {
    targets: {
      ...member,
      ...statement,
      ...receipt,
      importId,
      uscc: people.memberA.uscc,
      applicationId,
      companyId,
      chargeId,
      orderNumber,
      changeId,
      erasureId,
      licenceId,
      fileId,
      voucherId,
      filingId,
      token,
      staffId,
    },
    requests: await signInAll(people),
  };
}

// Given up, and the cashier has never heard of it.
async function closedOrder(companyId: string, chargeId: string): Promise<string> {
  const orderNumber = `HF${randomUUID().replaceAll('-', '').toUpperCase()}`;
  const [order] = await sql(
    `INSERT INTO "OnlineOrder" ("id", "orderNumber", "provider", "companyId", "accountId", "state", "amountFen", "titleName", "titleUscc", "person", "mobile", "email", "endsAt")
     SELECT gen_random_uuid(), $1, 'embedded', $2, "accountId", 'closed', 300000, '', '', '', '', '', now() FROM "Liaison" WHERE "companyId" = $2 LIMIT 1 RETURNING "id"::text`,
    [orderNumber, companyId],
  );
  await sql(`INSERT INTO "OnlineOrderCharge" ("orderId", "chargeId") VALUES ($1, $2)`, [String(order?.id), chargeId]);
  return orderNumber;
}

// Nothing leads on from it, and it has a company to send back.
async function failedImport(uploaderId: string): Promise<string> {
  const importId = randomUUID();
  await sql(
    `INSERT INTO "Import" ("id", "state", "uploaderId", "workbookName", "workbookKey", "failure") VALUES ($1, 'failed', $2, 'a.xlsx', 'a/b', 'x')`,
    [importId, uploaderId],
  );
  const problem = { sheet: 'companies', row: 2, column: 'name', severity: 'error', text: '请填写企业中文全称' };
  await sql(
    `INSERT INTO "ImportCompany" ("importId", "position", "uscc", "name", "outcome", "rows", "problems") VALUES ($1, 0, '', '', 'refused', '[]', $2)`,
    [importId, JSON.stringify([problem])],
  );
  return importId;
}

// Read, and its one row is settled: nothing leads on from it.
async function settledStatement(uploaderId: string): Promise<{ statementId: string; bankRowId: string }> {
  const [statementId, bankRowId] = [randomUUID(), randomUUID()];
  await sql(
    `INSERT INTO "BankStatement" ("id", "name", "fileKey", "layout", "uploaderId", "readAt") VALUES ($1, '流水.csv', 'a/b', 'x', $2, now())`,
    [statementId, uploaderId],
  );
  await sql(
    `INSERT INTO "BankRow" ("id", "statementId", "position", "paidOn", "amountFen", "payerName", "payerAccount", "memo", "serial", "hash", "state")
     VALUES ($1, $2, 1, '2026-11-20', 300000, '某公司', '', '', '', $3, 'settled')`,
    [bankRowId, statementId, randomUUID()],
  );
  return { statementId, bankRowId };
}

// Reversed, and a workbook of receipts that was given up: nothing leads on from either.
async function reversedReceipt(companyId: string, uploaderId: string) {
  const { receipt: receiptId, file: receiptFileId } = await seedReceipt(companyId);
  await sql(
    `UPDATE "Receipt" SET "state" = 'reversed', "redCode" = "code", "redNumber" = "number" || '0', "reversedOn" = now(), "reversedAt" = now(), "reason" = '退费' WHERE "id" = $1`,
    [receiptId],
  );
  const receiptImportId = randomUUID();
  await sql(
    `INSERT INTO "ReceiptImport" ("id", "state", "uploaderId", "workbookName", "workbookKey") VALUES ($1, 'discarded', $2, 'a.xlsx', 'a/b')`,
    [receiptImportId, uploaderId],
  );
  return { receiptId, receiptFileId, receiptImportId };
}

export const site = () => serverEnvironment().SITE_URL ?? '';

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

async function signInAll(people: Partial<Record<ActorName, Applicant>>): Promise<Record<ActorName, APIRequestContext>> {
  const entries = actors.map(async (actor) => {
    const context = await request.newContext({
      baseURL: site(),
      extraHTTPHeaders: { 'x-forwarded-for': `203.0.113.${randomInt(1, 255)}` },
    });
    const [member, roles] = [people[actor], staffRoles[actor]];
    if (member) await signInByRequest(context, member.phone, MEMBER_PASSWORD);
    if (roles) await signInWithRoles(context, roles, actor === 'pending');
    return [actor, context] as const;
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

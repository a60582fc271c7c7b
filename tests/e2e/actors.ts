import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type APIRequestContext, request } from '@playwright/test';
import * as z from 'zod';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { MEMBER_PASSWORD, STAFF_PASSWORD } from '../../prisma/seed/people';
import { type ActorName, actors, type Targets } from './access-matrix';
import { type Applicant, newApplicant, serverEnvironment, sql } from './fixtures';
import { letFactorGrowStale, newStaff, passwordByRequest, signInByRequest } from './people';
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
  const people = { applicant: newApplicant(), otherApplicant: newApplicant(), memberA: newApplicant(), memberB: newApplicant() };
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
  const companyId = await of(`SELECT "id"::text AS "found" FROM "Company" WHERE "uscc" = $1`, people.memberA.uscc);
  const token = await of(
    `SELECT "token" AS "found" FROM "Certificate" c JOIN "Member" m ON m."id" = c."memberId" WHERE m."companyId" = $1`,
    companyId,
  );
  const { id: staffId } = await newStaff(['reviewer']);
  return { targets: { applicationId, companyId, fileId, voucherId, filingId, token, staffId }, requests: await signInAll(people) };
}

export const site = () => serverEnvironment().SITE_URL ?? '';

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

import { randomInt } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { generateSecret, generateSync } from 'otplib';
import * as z from 'zod';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { buildStaff } from '../../prisma/seed/accounts';
import { STAFF_PASSWORD } from '../../prisma/seed/people';
import { expect, serverEnvironment, signIn, sql } from './fixtures';

/** The demo's own, who are there from the start. */
export const staffPhones = { reviewer: '13900000001', finance: '13900000002', overseer: '13900000003', admin: '13900000004' } as const;

const names: Record<StaffRole, string> = { reviewer: '王审核', finance: '陈财务', overseer: '刘秘书长', admin: '赵管理' };

export type Staff = keyof typeof staffPhones;

/** Somebody of the association whom no other test knows, with the authenticator in the test's hand. */
export type StaffPerson = {
  id: string;
  phone: string;
  name: string;
  /** A code that was not typed yet: this step's or, right after that, the next one's. */
  newCode: () => string;
};

/** Makes a staff account; without an authenticator it is led to setting one up. */
export async function newStaff(roles: StaffRole[], { enrolled = true, name = names[roles[0] ?? 'reviewer'] } = {}): Promise<StaffPerson> {
  Object.assign(process.env, serverEnvironment(), { LOG_LEVEL: 'silent' });
  const phone = `15${randomInt(100_000_000, 999_999_999)}`;
  const secret = generateSecret();
  const { id } = await buildStaff({ phone, name, roles, secret: enrolled ? secret : undefined });
  return { id, phone, name, newCode: codesOf(secret) };
}

/** What an authenticator with this secret shows, each code once. */
export function codesOf(secret: string): () => string {
  let last = 0;
  return () => {
    const now = Math.floor(Date.now() / 30_000);
    last = Math.max(now, last + 1);
    if (last > now + 1) throw new Error('the third code within half a minute: let time pass first');
    return generateSync({ secret, epoch: last * 30 });
  };
}

export async function signInAsStaff(page: Page, role: Staff): Promise<StaffPerson> {
  const person = await newStaff([role]);
  await signInWithBothFactors(page, person);
  return person;
}

export async function signInWithBothFactors(page: Page, { phone, newCode }: StaffPerson): Promise<void> {
  await signIn(page, phone, STAFF_PASSWORD);
  await typeCode(page, newCode());
  await expect(page).not.toHaveURL(/\/second-factor/);
}

/** At the page that asks for it. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('动态码').fill(code);
  await page.getByRole('button', { name: '继续登录' }).click();
}

/** Lets ten minutes pass since the second factor was proven, and the codes of before be forgotten. */
export async function letFactorGrowStale({ id }: { id: string }): Promise<void> {
  await sql(`UPDATE "Session" SET "secondFactorAt" = "secondFactorAt" - interval '11 minutes' WHERE "accountId" = $1`, [id]);
  await sql(`UPDATE "Totp" SET "lastStep" = 0 WHERE "accountId" = $1`, [id]);
}

/**
 * By NextAuth's own callback, which anybody can call without our form. For staff the database is told that this session
 * has proven the second factor: signing in is not what these tests are about.
 */
export async function signInByRequest(request: APIRequestContext, phone: string, password: string, site = ''): Promise<void> {
  await passwordByRequest(request, phone, password, site);
  await sql(
    `UPDATE "Session" s SET "secondFactorAt" = s."createdAt" FROM "Account" a JOIN "AccountRole" r ON r."accountId" = a."id"
     WHERE s."accountId" = a."id" AND a."phone" = $1 AND s."secondFactorAt" IS NULL`,
    [phone],
  );
}

/** No more than the password, whatever the account: staff are left at the door. */
export async function passwordByRequest(request: APIRequestContext, phone: string, password: string, site = ''): Promise<void> {
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await request.get(`${site}/api/auth/csrf`)).json());
  await request.post(`${site}/api/auth/callback/credentials`, { form: { csrfToken, phone, password }, maxRedirects: 0 });
  expect((await request.get(`${site}/login`, { maxRedirects: 0 })).status(), `${phone} is signed in`).toBe(307);
}

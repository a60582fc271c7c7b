import type { Page } from '@playwright/test';
import * as z from 'zod';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { type Applicant, expect, expectAccessible, newApplicant, sql, test } from './fixtures';
import { signInByRequest } from './people';
import { seedApplication } from './seeding';

const ids = z.tuple([z.object({ file: z.string(), company: z.string(), token: z.string() })]);

test("somebody else's application, file and certificate do not exist", async ({ page, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'approved');
  const { file, company } = await recordsOf(applicationId);
  const stranger = newApplicant();
  await seedApplication(stranger, 'registered');
  await signInByRequest(page.request, stranger.phone, MEMBER_PASSWORD);

  for (const step of ['status', 'charter', 'company', 'documents', 'dues', 'review']) {
    const response = await page.goto(`/apply/${step}?application=${applicationId}`);
    expect(response?.status(), step).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到这个页面');
    await expect(page).toHaveTitle(/^没有找到这个页面/);
    expect(await page.content()).not.toContain(applicant.company);
  }
  await expectAccessible(page);
  await page.getByRole('link', { name: '回到我的主页' }).click();
  await expect(page).toHaveURL(/\/(apply|home)/);

  expect((await page.goto(`/home?company=${company}`))?.status()).toBe(404);
  expect((await page.goto('/admin'))?.status()).toBe(404);
  for (const address of [`/api/files/${file}`, `/api/files/${file}/pages/1`, `/api/certificates/${company}`]) {
    const response = await page.request.get(address);
    expect(response.status(), address).toBe(404);
    expect(await response.json()).toEqual({ error: '没有找到这项内容，可能已被删除，或者不属于您的单位。' });
  }
});

test('a certificate that was never issued is said to be unknown, and a code is taken as people type it', async ({ page, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'approved');
  const { token } = await recordsOf(applicationId);
  await page.goto('/verify/unknown');
  await expect(page.getByText('没有查到这份会员证')).toBeVisible();
  await page.getByRole('link', { name: '查验另一份会员证' }).click();
  await page.getByLabel('查验码').fill(token.toLowerCase().replace(/.{8}/g, '$& '));
  await page.getByRole('button', { name: '查验' }).click();
  await expectVerdict(page, applicant, '会员证有效');
});

test("an old print shows today's truth: in force, lapsed, suspended, replaced, ended", async ({ page, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'approved');
  const { token, company } = await recordsOf(applicationId);
  const see = async (verdict: string) => {
    await page.goto(`/verify/${token}`);
    await expectVerdict(page, applicant, verdict);
  };
  await see('会员证有效');
  await sql(`UPDATE "Member" SET "state" = 'suspended' WHERE "companyId" = $1`, [company]);
  await see('会员资格暂停');
  await sql(`UPDATE "Member" SET "state" = 'active' WHERE "companyId" = $1`, [company]);
  await sql(`DELETE FROM "Allocation" WHERE "chargeId" IN (SELECT "id" FROM "Charge" WHERE "companyId" = $1)`, [company]);
  await sql(`UPDATE "Charge" SET "dueOn" = '2026-06-30' WHERE "companyId" = $1`, [company]);
  await see('会员证已过有效期');
  await sql(
    `UPDATE "Certificate" SET "revokedAt" = clock_timestamp(), "revokedReason" = '级别变更' WHERE "memberId" IN (SELECT "id" FROM "Member" WHERE "companyId" = $1)`,
    [company],
  );
  await see('会员证已换发');
  await sql(`UPDATE "Member" SET "state" = 'expelled' WHERE "companyId" = $1`, [company]);
  await see('会员证已失效');
});

async function expectVerdict(page: Page, { company, phone }: Applicant, verdict: string): Promise<void> {
  await expect(page.getByText(verdict, { exact: true })).toBeVisible();
  await expect(page.getByText(company).first()).toBeVisible();
  expect(await page.content(), 'nothing that is not printed on the certificate').not.toContain(phone);
}

async function recordsOf(applicationId: string): Promise<{ file: string; company: string; token: string }> {
  const rows = await sql(
    `SELECT f."id"::text AS "file", m."companyId"::text AS "company", c."token"
     FROM "Application" a JOIN "File" f ON f."applicationId" = a."id" JOIN "Member" m ON m."id" = a."memberId"
       JOIN "Certificate" c ON c."memberId" = m."id"
     WHERE a."id" = $1 LIMIT 1`,
    [applicationId],
  );
  return ids.parse(rows)[0];
}

import type { Page } from '@playwright/test';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { type Applicant, expect, expectAccessible, sql, test } from './fixtures';
import { signInByRequest } from './people';
import { seedApplication } from './seeding';

const saved = (page: Page) => page.getByText(/已于 \d\d:\d\d 自动保存/);

async function openCompany(page: Page, applicant: Applicant, stage: 'registered' | 'company' = 'company'): Promise<string> {
  const { applicationId } = await seedApplication(applicant, stage);
  if (stage === 'registered') await agree(applicationId);
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/apply/company');
  return applicationId;
}

test('each change saves itself, valid or not, without a word about fields that nobody touched', async ({ page, applicant }) => {
  await openCompany(page, applicant, 'registered');
  await page.getByLabel('邮编').fill('25');
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  await expect(page.getByLabel('邮编')).toBeFocused();

  await page.getByLabel('所在省').selectOption({ label: '山东省' });
  await page.getByRole('button', { name: '＋ 新增联络员' }).click();
  await page.getByRole('checkbox', { name: '公路工程施工总承包特级' }).check();
  await page.waitForResponse('**/api/drafts');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel('邮编')).toHaveValue('25');
  await expect(page.getByLabel('所在省')).toHaveValue('370000');
  await expect(page.getByRole('group', { name: '第 2 名联络员' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: '公路工程施工总承包特级' })).toBeChecked();
});

test('what was typed in the last moment goes along when the page is left, by a link, by closing, by another address', async ({
  page,
  applicant,
}) => {
  await openCompany(page, applicant);
  await page.getByLabel('法定代表人').fill('王一');
  await page.getByRole('link', { name: '上一步' }).click();
  await page.getByRole('link', { name: '继续填写企业信息' }).click();
  await expect(page.getByLabel('法定代表人')).toHaveValue('王一');

  await page.getByLabel('法定代表人').fill('王二');
  await page.goto('/help');
  await page.goto('/apply/company');
  await expect(page.getByLabel('法定代表人')).toHaveValue('王二');

  await page.getByLabel('法定代表人').fill('王三');
  const context = page.context();
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await expect(async () => {
    await again.goto('/apply/company');
    await expect(again.getByLabel('法定代表人')).toHaveValue('王三', { timeout: 500 });
  }).toPass();
});

test('going back within the site shows what was saved since, not what the browser remembers', async ({ page, applicant }) => {
  await openCompany(page, applicant);
  await page.getByLabel('法定代表人').fill('王一');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('link', { name: '上一步' }).click();
  await expect(page.getByRole('heading', { name: /阅读/ }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('法定代表人')).toHaveValue('王一');
});

test('a page that was asked for just before what is typed was saved shows what is saved', async ({ page, applicant }) => {
  await seedApplication(applicant, 'company');
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/apply/company');
  const isSaved = page.waitForResponse('/api/drafts');
  await page.route('**/apply/company', async (route) => {
    const response = await route.fetch();
    await (await isSaved).finished();
    await route.fulfill({ response });
  });
  await page.getByLabel('法定代表人').fill('王一');
  await page.reload();
  await expect(page.getByLabel('法定代表人')).toHaveValue('王一');
});

test('what is typed on a slow line before the page has come alive is kept, and saved', async ({ page, applicant }) => {
  await seedApplication(applicant, 'company');
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/apply/company', { waitUntil: 'commit' });
  await page.getByLabel('法定代表人').fill('王一');
  await page.getByLabel('所属行业').selectOption({ label: '公路' });
  await page.getByRole('checkbox', { name: '公路工程施工总承包特级' }).check();
  release();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByLabel('法定代表人')).toHaveValue('王一');
  await page.reload();
  await expect(page.getByLabel('法定代表人')).toHaveValue('王一');
  await expect(page.getByLabel('所属行业').locator('option:checked')).toHaveText('公路');
  await expect(page.getByRole('checkbox', { name: '公路工程施工总承包特级' })).toBeChecked();
});

test('two windows on one draft: what only one changed is merged, what both changed is shown and decided', async ({
  openPage,
  applicant,
}) => {
  const page = await openPage({ width: 360 });
  const applicationId = await openCompany(page, applicant);
  const other = await page.context().newPage();
  await other.goto('/apply/company');

  await other.getByLabel('邮编').fill('100039');
  await other.getByLabel('通讯地址').fill('北京市海淀区西三环北路 11 号');
  await expect.poll(() => storedOf(applicationId)).toMatchObject({ address: '北京市海淀区西三环北路 11 号', postcode: '100039' });

  await page.getByLabel('通讯地址').fill('北京市海淀区玉渊潭南路 1 号');
  const panel = page.getByRole('group', { name: '通讯地址' });
  await expect(panel).toContainText('用对方的：北京市海淀区西三环北路 11 号');
  await expect(panel).toContainText('用我的：北京市海淀区玉渊潭南路 1 号');
  await expect(page.getByLabel('邮编')).toHaveValue('100039');
  await page.getByLabel('法定代表人').fill('王一');
  await expectAccessible(page);

  // Until it is decided nothing is overwritten, and the button leads to the question.
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(panel).toBeInViewport();
  await expect.poll(() => storedOf(applicationId)).toMatchObject({ address: '北京市海淀区西三环北路 11 号', legalRepresentative: '王一' });

  await panel.getByRole('radio', { name: /用我的/ }).click();
  await expect(panel).toHaveCount(0);
  await expect.poll(() => storedOf(applicationId)).toMatchObject({ address: '北京市海淀区玉渊潭南路 1 号', postcode: '100039' });

  // The other window now hears of it in turn, with the button.
  await other.getByLabel('通讯地址').fill('北京市西城区月坛南街 1 号');
  await other.getByRole('button', { name: '保存并继续' }).click();
  await other
    .getByRole('group', { name: '通讯地址' })
    .getByRole('radio', { name: /用对方的/ })
    .click();
  await expect(other.getByLabel('通讯地址')).toHaveValue('北京市海淀区玉渊潭南路 1 号');
  await expect(other.getByLabel('法定代表人')).toHaveValue('王一');
  await other.getByRole('button', { name: '保存并继续' }).click();
  await expect(other).toHaveURL(/\/apply\/documents/);
});

test('an application that was submitted in another window says so, and what is typed stays on the page', async ({ page, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'dues');
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/apply/company');
  await sql(`UPDATE "Application" SET "state" = 'withdrawn', "decidedAt" = now() WHERE "id" = $1`, [applicationId]);
  await page.getByLabel('法定代表人').fill('王一');
  await expect(page.getByText('没有保存：申请已提交，现在不能修改。')).toBeVisible();
  await expect(page.getByLabel('法定代表人')).toHaveValue('王一');
});

async function storedOf(applicationId: string): Promise<unknown> {
  const [row] = await sql(`SELECT "data" FROM "ApplicationAnswers" WHERE "applicationId" = $1 AND "step" = 'company'`, [applicationId]);
  return row?.data;
}

async function agree(applicationId: string): Promise<void> {
  await sql(
    `WITH consent AS (
       INSERT INTO "Consent" ("id", "accountId", "documentVersionId", "address")
       SELECT gen_random_uuid(), a."registrantId", d."id", '' FROM "Application" a, "DocumentVersion" d WHERE a."id" = $1 AND d."kind" = 'charter' LIMIT 1
       RETURNING "id")
     UPDATE "Application" SET "charterConsentId" = consent."id" FROM consent WHERE "Application"."id" = $1`,
    [applicationId],
  );
}

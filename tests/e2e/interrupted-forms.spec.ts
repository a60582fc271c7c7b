import type { Page } from '@playwright/test';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { freePort } from '../../scripts/services/postgres';
import { type Server, startServer } from '../../scripts/services/server';
import { expect, serverEnvironment, sql, test } from './fixtures';
import { signInAsStaff, signInByRequest } from './people';
import { seedApplication } from './seeding';

const saved = (page: Page) => page.getByText(/已于 \d\d:\d\d 自动保存/);

/** The page's actions are of a build that the server does not know any more. */
async function outdate(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const headers = route.request().headers();
    if (headers['next-action']) headers['next-action'] = `60${'0'.repeat(40)}`;
    await route.continue({ headers });
  });
}

test('a server that is restarted while a form is open loses nothing: it saves when the server is back, and the button works', async ({
  openPage,
  applicant,
}) => {
  const { applicationId } = await seedApplication(applicant, 'company');
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const start = (): Promise<Server> =>
    startServer({ command: 'start', port, environment: { ...serverEnvironment(), SITE_URL: site }, quiet: true });
  let server = await start();
  try {
    const page = await openPage();
    await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD, site);
    await page.goto(`${site}/apply/company`);
    await page.getByLabel('法定代表人').fill('王一');
    await expect(saved(page)).toBeVisible();

    await server.stop();
    await page.getByLabel('法定代表人').fill('王二');
    await expect(page.getByText('暂时没有保存，内容还在本页，会自动重试')).toBeVisible();
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page.getByText('没有发送成功，内容还在本页')).toBeVisible();
    await expect(page.getByLabel('法定代表人')).toHaveValue('王二');

    server = await start();
    await expect(saved(page)).toBeVisible({ timeout: 45_000 });
    const [row] = await sql(`SELECT "data"->>'legalRepresentative' AS "name" FROM "ApplicationAnswers" WHERE "applicationId" = $1`, [
      applicationId,
    ]);
    expect(row).toEqual({ name: '王二' });
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page).toHaveURL(/\/apply\/documents/);
  } finally {
    await server.stop();
  }
});

test('a form that is older than the server asks to be loaded again, and shows what was typed', async ({ openPage, applicant }) => {
  const page = await openPage({ width: 360 });
  await page.goto('/register');
  await page.getByLabel('企业中文全称').fill(applicant.company);
  await page.getByLabel('信用代码').fill(applicant.uscc);
  await page.getByLabel('姓名').fill(applicant.person);
  await page.getByLabel('手机号').fill(applicant.phone);
  await page.getByLabel('验证码').fill('123456');
  await page.getByLabel(/^\*?密码/).fill(applicant.password);
  await page.getByLabel('确认密码').fill(applicant.password);
  await page.getByRole('checkbox', { name: /隐私政策/ }).check();
  await outdate(page);
  await page.getByRole('button', { name: '注册', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '系统刚刚更新，请刷新页面；已填内容已保留' })).toBeVisible();
  await expect(page.getByLabel('企业中文全称')).toHaveValue(applicant.company);

  await page.unroute('**/*');
  await page.getByRole('button', { name: '刷新页面' }).click();
  await expect(page.getByText('已恢复之前填写的内容')).toBeVisible();
  await expect(page.getByLabel('企业中文全称')).toHaveValue(applicant.company);
  await expect(page.getByRole('checkbox', { name: /隐私政策/ })).toBeChecked();
  for (const secret of ['验证码', /^\*?密码/, '确认密码']) await expect(page.getByLabel(secret)).toHaveValue('');
});

test('a dialog opens before the scripts of its page have come; what was typed in it stays, and it works once they are there', async ({
  page,
  applicant,
}) => {
  const { applicationId } = await seedApplication(applicant, 'submitted');
  await signInAsStaff(page, 'reviewer');
  let letScriptsCome = () => {};
  const scriptsCome = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scriptsCome;
    await route.continue();
  });
  await page.goto(`/admin/applications/${applicationId}`, { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: '不予通过' }).click();
  const dialog = page.getByRole('dialog', { name: '不予通过' });
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '不予通过' }).click();
  await dialog.getByLabel('不予通过的原因').fill('不属于工程建设行业');
  letScriptsCome();
  await page.waitForLoadState();
  await expect(dialog.getByLabel('不予通过的原因')).toHaveValue('不属于工程建设行业');
  await dialog.getByRole('button', { name: '确认不予通过' }).click();
  await expect(page.getByText(`不予通过：${applicant.company}`)).toBeVisible();
});

test('a step of the wizard that is older than the server goes on where it was', async ({ page, applicant }) => {
  await seedApplication(applicant, 'company');
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/apply/company');
  await outdate(page);
  await page.getByLabel('法定代表人').fill('王一');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByText('系统刚刚更新，请刷新页面；已填内容已保留')).toBeVisible();
  await page.unroute('**/*');
  await page.getByRole('button', { name: '刷新页面' }).click();
  await expect(page.getByLabel('法定代表人')).toHaveValue('王一');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page).toHaveURL(/\/apply\/documents/);
});

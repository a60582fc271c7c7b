import type { Page } from '@playwright/test';
import { agreeCharter, register, submit } from './applying';
import { expect, expectAccessible, expireSession, readSms, signIn, signOut, sql, test } from './fixtures';
import { signInAsStaff } from './people';
import { realScans } from './scans';

const saved = (page: Page) => page.getByText(/已于 \d\d:\d\d 自动保存/);

test('the clerk, on a phone, applies: interrupted three times, with a wrong file and an expired session, returned once', async ({
  openPage,
  applicant,
}) => {
  test.setTimeout(240_000);
  const scans = await realScans();
  let page = await openPage({ width: 360 });
  const accountId = async () => String((await sql(`SELECT "id" FROM "Account" WHERE "phone" = $1`, [applicant.phone]))[0]?.id);

  await test.step('registers, agrees to the charter, begins to fill in', async () => {
    await register(page, applicant);
    await agreeCharter(page);
    await page.getByLabel('所属行业').selectOption({ label: '房屋建筑' });
    await page.getByLabel('所属领域').selectOption({ label: '施工总承包' });
    await page.getByLabel('所在省').selectOption({ label: '山东省' });
    await page.getByLabel('所在市').selectOption({ label: '济南市' });
    await page.getByLabel('邮编').fill('2500');
  });

  await test.step('interrupted first: the phone rings, the page is closed in the middle of a word', async () => {
    const context = page.context();
    await page.close({ runBeforeUnload: true });
    page = await context.newPage();
    await page.goto('/apply');
    await expect(page.getByLabel('所在市').locator('option:checked')).toHaveText('济南市');
    await expect(page.getByLabel('邮编')).toHaveValue('2500');
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
    await page.getByLabel('邮编').fill('250014');
    await expectAccessible(page);
  });

  await test.step('interrupted again: no network in the lift', async () => {
    await page.context().setOffline(true);
    await page.getByLabel('通讯地址').fill('山东省济南市历下区经十路 9999 号');
    await page.getByLabel('法定代表人').fill('李卫东');
    await expect(page.getByText('暂时没有保存，内容还在本页，会自动重试')).toBeVisible();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await expect(saved(page)).toBeVisible();
    await page.getByLabel('企业类型').selectOption({ label: '民营企业' });
    await page.getByLabel('所属系统').selectOption({ label: '民营' });
  });

  await test.step('the session expires over lunch, and goes on after signing in', async () => {
    await expireSession(await accountId());
    await page.getByLabel('企业基本情况').fill('成立于 1998 年，近三年承建项目 126 项。');
    await expect(page.getByText(/登录已超时，暂时没有保存/)).toBeVisible();
    await page.getByRole('link', { name: '重新登录' }).click();
    await page.getByLabel('手机号').fill(applicant.phone);
    await page.getByLabel('密码').fill(applicant.password);
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page).toHaveURL(/\/apply\/company/);
    await expect(page.getByLabel('企业基本情况')).toHaveValue('成立于 1998 年，近三年承建项目 126 项。');
    await expect(page.getByLabel('法定代表人')).toHaveValue('李卫东');
    await page.getByLabel('部门').fill('企业管理部');
    await page.getByLabel('职务').fill('主任');
    await page.getByLabel('邮箱').fill('hanmei@qq.com');
    await page.getByRole('checkbox', { name: '建筑工程施工总承包特级' }).check();
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page).toHaveURL(/\/apply\/documents/);
  });

  await test.step('takes a wrong file, is told, takes the right ones', async () => {
    await page
      .getByLabel('选择营业执照文件')
      .setInputFiles({ name: '营业执照.docx', mimeType: 'application/msword', buffer: Buffer.from('x') });
    await expect(page.getByRole('alert').filter({ hasText: '营业执照.docx' })).toContainText('只能上传 PDF、JPG、PNG 或 WEBP 文件');
    await page.getByLabel('选择营业执照文件').setInputFiles(scans.businessLicense);
    await page.getByLabel('选择入会申请表文件').setInputFiles(scans.applicationForm);
    await expect(page.getByRole('button', { name: `查看 ${scans.applicationForm.name}` })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('interrupted a third time: goes home, and signs in the next morning where the work was left', async () => {
    await signOut(page);
    await signIn(page, applicant.phone, applicant.password);
    await expect(page).toHaveURL(/\/apply\/documents/);
    await expect(page.getByRole('button', { name: `查看 ${scans.businessLicense.name}` })).toBeVisible();
    await page.getByLabel('选择信用承诺书文件').setInputFiles(scans.creditPledge);
    await page.getByRole('link', { name: '保存并继续' }).click({ timeout: 60_000 });
    await expect(page).toHaveURL(/\/apply\/dues/);
  });

  await test.step('files the dues and submits', async () => {
    await page.getByLabel('汇款日期').fill('2026-11-20');
    await page.getByLabel('银行流水号').fill('SN20261120');
    await expect(saved(page)).toBeVisible();
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page).toHaveURL(/\/apply\/review/);
    await submit(page);
  });

  await test.step('the reviewer returns it with one mark', async () => {
    const reviewer = await openPage();
    await signInAsStaff(reviewer, 'reviewer');
    const [row] = await sql(`SELECT a."id" FROM "Application" a JOIN "Account" c ON c."id" = a."registrantId" WHERE c."phone" = $1`, [
      applicant.phone,
    ]);
    await reviewer.goto(`/admin/applications/${row?.id}`);
    await reviewer.getByRole('button', { name: '标记 邮编' }).click();
    await reviewer.getByLabel('邮编需要怎样修改').fill('与通讯地址不一致，请核对。');
    await reviewer.getByRole('button', { name: '退回修改（1 处）' }).click();
    await reviewer.getByRole('dialog').getByLabel('退回说明').fill('请修改一处后重新提交。');
    await reviewer.getByRole('dialog').getByRole('button', { name: '确认退回' }).click();
    await expect(reviewer.getByText(`退回修改：${applicant.company}`)).toBeVisible();
  });

  await test.step('the clerk hears of it by SMS, corrects the field and submits again', async () => {
    expect(await readSms(page, applicant.phone, /退回/)).toContain('1 处');
    await page.goto('/apply');
    await page.getByRole('link', { name: '邮编：与通讯地址不一致，请核对。' }).click();
    await expect(page.getByLabel('邮编')).toHaveValue('250014');
    await page.getByLabel('邮编').fill('250013');
    await expect(saved(page)).toBeVisible();
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page).toHaveURL(/\/apply\/review/);
    await page.getByRole('button', { name: '重新提交申请' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('待审核');
    await expect(page.getByText('等待财务确认到账')).toBeVisible();
    await expectAccessible(page);
  });
});

import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { sampleUscc } from '../../prisma/seed/companies';
import { buildImportedMember } from '../../prisma/seed/members';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, serverEnvironment, signIn, sql, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedApplication } from './seeding';

/** A liaison with a password who has never agreed to the privacy policy in force. */
async function aLiaison() {
  Object.assign(process.env, serverEnvironment(), { LOG_LEVEL: 'silent' });
  const n = randomInt(100_000, 999_999);
  const phone = `17${randomInt(100_000_000, 999_999_999)}`;
  const name = `云南哀牢第${n}路桥有限公司`;
  await buildImportedMember({ name, uscc: sampleUscc(n), number: `OLD${n}`, liaison: { name: '段誉', phone } });
  const known = `(SELECT "passwordHash" FROM "Account" WHERE "phone" = '13800000001')`;
  await sql(`UPDATE "Account" SET "passwordHash" = ${known} WHERE "phone" = $1`, [phone]);
  return { phone, name };
}

for (const { width, javaScriptEnabled } of [
  { width: 360, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: false },
]) {
  test(`the privacy policy in force is agreed to once, ${javaScriptEnabled ? 'on a phone' : 'without a script'}; the own data are there without it`, async ({
    openPage,
  }) => {
    const { phone, name } = await aLiaison();
    const page = await openPage({ width, javaScriptEnabled });
    await page.goto('/dues');
    await page.getByLabel('手机号').fill(phone);
    await page.getByLabel('密码').fill(MEMBER_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('请阅读并同意隐私政策');
    if (javaScriptEnabled) await expectAccessible(page);

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载我的数据' }).click()]);
    const sheets = await readWorkbook(readFileSync(await download.path()));
    expect(JSON.stringify(sheets)).toContain(name);

    await page.goto('/account/personal');
    await page.getByLabel('姓名').fill('段正淳');
    await page.getByRole('button', { name: '保存更正' }).click();
    await expect(page.getByText('已更正，立即生效。')).toBeVisible();
    await expect(page.getByText('还没有同意过任何文件。')).toBeVisible();

    await page.goto('/dues');
    await page.getByRole('button', { name: '我已阅读并同意' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('会费交纳');
    await page.goto('/account/personal');
    await expect(page.getByRole('table', { name: '同意记录' })).toContainText('隐私政策');
  });
}

for (const width of [1280, 360]) {
  test(`a person at ${width} px asks to be forgotten once nothing is open, staff do it, and nobody can sign in any more`, async ({
    openPage,
    applicant,
  }) => {
    const { applicationId } = await seedApplication(applicant, 'registered');
    const reason = `已经离职（${width}）。`; // the list has that of the other width, too, when both run at the same moment
    const page = await openPage({ width });
    await signIn(page, applicant.phone, MEMBER_PASSWORD);
    await page.goto('/account/personal');
    await expect(page.getByText('申请注销之前，请先办好下面的事')).toBeVisible();
    await expectAccessible(page);
    await sql(`UPDATE "Application" SET "state" = 'withdrawn', "decidedAt" = clock_timestamp() WHERE "id" = $1`, [applicationId]);
    await page.reload();
    await page.getByLabel('原因（可以不填）').fill(reason);
    await page.getByRole('button', { name: '申请注销账号' }).click();
    await expect(page.getByText(/已提交，等待协会处理/)).toBeVisible();

    const staff = await openPage();
    await signInAsStaff(staff, 'reviewer');
    await staff.goto('/admin/changes?tab=erasure');
    await staff
      .getByRole('row', { name: new RegExp(applicant.phone.slice(-4)) })
      .getByRole('link')
      .click();
    // The list that was left shows the reason, too.
    await expect(staff).toHaveURL(/\/erasures\//);
    await expect(staff).toHaveTitle(/^.{2,20} - 中国施工企业管理协会$/);
    await expect(staff.getByText(reason)).toBeVisible();
    await expectAccessible(staff);
    await staff.getByRole('button', { name: '办理注销' }).click();
    await staff.getByRole('button', { name: '确认注销' }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText('已注销');

    await page.goto('/account/personal');
    await expect(page).toHaveURL(/\/login/);
    await page.getByLabel('手机号').fill(applicant.phone);
    await page.getByLabel('密码').fill(MEMBER_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByText('手机号或密码不对，请重新填写。')).toBeVisible();
  });
}

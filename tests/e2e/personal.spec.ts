import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { sampleUscc } from '../../prisma/seed/companies';
import { buildImportedMember } from '../../prisma/seed/members';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, serverEnvironment, sql, test } from './fixtures';

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

import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { sampleUscc } from '../../prisma/seed/companies';
import { buildImportedMember } from '../../prisma/seed/members';
import { noTargets, routes } from './access-matrix';
import { expect, expectAccessible, readSms, serverEnvironment, sql, test } from './fixtures';
import { signInAsStaff } from './people';

const PERSON = '上官云飞';
const PHONE = /(?<![\w.-])1[3-9]\d{9}(?![\w.-])/;

/** A member that came by an import, whom no other test knows. */
async function aMember() {
  Object.assign(process.env, serverEnvironment(), { LOG_LEVEL: 'silent' });
  const n = randomInt(100_000, 999_999);
  const phone = `17${randomInt(100_000_000, 999_999_999)}`;
  const [name, oldName] = [`贵州乌蒙第${n}隧道有限公司`, `贵州省第${n}建筑公司`];
  const ids = await buildImportedMember({
    name,
    oldNames: [oldName],
    uscc: sampleUscc(n),
    number: `OLD${n}`,
    liaison: { name: PERSON, phone },
    level: 'councilMember',
  });
  return { ...ids, name, oldName, phone, n };
}

test('an invited liaison finds the company, enters by 首次登录, confirms its data and downloads the certificate', async ({ openPage }) => {
  const { name, oldName, phone, n } = await aMember();
  const [staff, page] = [await openPage(), await openPage({ width: 360 })];

  await test.step('staff send the invitation', async () => {
    await signInAsStaff(staff, 'reviewer');
    await staff.goto(`/admin/members/invitations?search=${phone}`);
    await staff.getByRole('button', { name: `给 ${PERSON} 发送邀请` }).click();
    await expect(staff.getByText(/没有找到/)).toBeVisible(); // no longer among those to invite
    await staff.getByRole('link', { name: /^未激活/ }).click();
    await expect(staff.getByRole('cell', { name: phone })).toBeVisible();
    expect(await readSms(staff, phone, /首次登录/)).toContain(name);
  });

  await test.step('the directory finds the company by an old name and by initials', async () => {
    await page.goto('/login');
    await page.getByRole('link', { name: '会员名录' }).locator('visible=true').last().click();
    for (const search of [oldName, `gzwmd${String(n).slice(0, 1)}`]) {
      await page.getByRole('searchbox', { name: '单位名称' }).fill(search);
      await page.getByRole('button', { name: '查询' }).click();
      await expect(page).toHaveURL(/search=/);
      const row = page.getByRole('row').filter({ hasText: name });
      await expect(row).toContainText(`上* ${phone.slice(0, 3)}****${phone.slice(-4)}`);
      await expect(row).toContainText('理事单位');
    }
    await expectAccessible(page);
  });

  await test.step('首次登录', async () => {
    await page.getByRole('link', { name: '首次登录' }).click();
    await page.getByLabel('手机号').fill(phone);
    await page.getByRole('button', { name: '获取验证码' }).click();
    await expect(page.getByText('验证码已经发出')).toBeVisible();
    await page.getByLabel('验证码').fill(/验证码 (\d{6})/.exec(await readSms(page, phone, /验证码/))?.[1] ?? '');
    await page.getByLabel('新密码').fill('yi ju hao ji de hua');
    await page.getByLabel('确认密码').fill('yi ju hao ji de hua');
    await page.getByRole('button', { name: '设置新密码' }).click();
  });

  await test.step('the privacy policy, which nobody has shown this person yet', async () => {
    await page.getByRole('button', { name: '我已阅读并同意' }).click();
  });

  await test.step('the company’s data is confirmed once', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('请确认单位信息');
    await expect(page.getByText(`OLD${n}`)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '信息无误' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  });

  await test.step('the certificate', async () => {
    await page.getByRole('link', { name: '预览、查验码和换发记录' }).click();
    const picture = page.getByRole('img', { name: new RegExp(`^${name}的会员证，理事单位`) });
    await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBeGreaterThan(1000);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载电子会员证' }).click();
    expect((await download).suggestedFilename()).toBe(`会员证-${name}.pdf`);
  });
});

test('no public answer holds a phone in full, or the name of a liaison', async ({ openPage }) => {
  const { companyId, name, phone } = await aMember();
  const [row] = await sql(`SELECT "token" FROM "Certificate" c JOIN "Member" m ON m."id" = c."memberId" WHERE m."companyId" = $1`, [
    companyId,
  ]);
  const targets = { ...noTargets, companyId, token: String(row?.token) };
  const page = await openPage();
  const paths = Object.entries(routes)
    .filter(([route]) => route !== '/outbox') // where the demo shows its own phones
    .flatMap(([, rows]) => rows.filter(({ answers, method = 'GET' }) => answers.visitor === 'ok' && method === 'GET'))
    .map(({ path }) => path(targets));
  const found: string[] = [];
  for (const path of [...paths, `/member/list?search=${name}`, `/member/list?search=${phone}`, `/member/list?page=2`]) {
    for (const accept of ['text/html', 'text/x-component']) {
      const headers: Record<string, string> = accept === 'text/html' ? { accept } : { accept, rsc: '1' };
      const answer = await (await page.request.get(path, { headers })).text();
      // What was searched for comes back in the search box.
      const text = path.includes(phone) ? answer.replaceAll(phone, '') : answer;
      if (PHONE.test(text) || text.includes(PERSON)) found.push(`${path} ${accept}: ${PHONE.exec(text)?.[0]}`);
      if (path.includes(name)) expect(text).toContain(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    }
  }
  expect(found).toEqual([]);
});

test('the directory answers without JavaScript, and a company that asked to be left out is gone', async ({ openPage }) => {
  const { companyId, name, oldName } = await aMember();
  const page = await openPage({ width: 360, javaScriptEnabled: false });
  await search(page, oldName);
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  await sql(`UPDATE "Company" SET "unlisted" = true WHERE "id" = $1`, [companyId]);
  await search(page, oldName);
  await expect(page.getByText(`没有找到“${oldName}”`)).toBeVisible();
});

async function search(page: Page, text: string): Promise<void> {
  await page.goto('/member/list');
  await page.getByRole('searchbox', { name: '单位名称' }).fill(text);
  await page.getByRole('button', { name: '查询' }).click();
}

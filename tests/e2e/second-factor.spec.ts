import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { STAFF_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, expectRefused, signIn, sql, test } from './fixtures';
import { codesOf, letFactorGrowStale, newStaff, signInWithBothFactors, staffPhones, typeCode } from './people';
import { scanQrCode } from './qr-code';

test('staff without an authenticator set one up at their first sign-in, keep ten recovery codes, and come to where they wanted to go', async ({
  openPage,
}) => {
  const { phone } = await newStaff(['reviewer'], { enrolled: false });
  const page = await openPage({ width: 360 });
  await page.goto('/admin/applications?state=all');
  await submitPassword(page, phone);

  const newCode = await test.step('the QR code and the typed secret are of one authenticator', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置验证器');
    await expectAccessible(page);
    const secret = await readSecret(page);
    const scanned = await scanQrCode(await page.getByRole('img', { name: '设置验证器的二维码' }).screenshot());
    expect(decodeURIComponent(scanned)).toBe(`otpauth://totp/中施企协:${phone}?secret=${secret}&issuer=中施企协`);
    await page.reload();
    expect(await readSecret(page)).toBe(secret);
    return codesOf(secret);
  });
  await test.step('a wrong code is refused at its field', async () => {
    await confirm(page, '12345');
    await expectRefused(page, page.getByLabel('动态码'), '请填写验证器里显示的 6 位数字');
    await confirm(page, '000000');
    await expectRefused(page, page.getByLabel('动态码'), /动态码不对。请确认手机的时间/);
  });
  const codes = await test.step('ten recovery codes are shown, and nothing else before they are kept', async () => {
    await confirm(page, newCode());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('保存恢复码');
    await expectAccessible(page);
    const shown = await page
      .getByRole('listitem')
      .filter({ hasText: /^\d{4} \d{4} \d{4}$/ })
      .allTextContents();
    expect(new Set(shown).size).toBe(10);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载文本文件' }).click()]);
    expect(download.suggestedFilename()).toBe('恢复码.txt');
    const saved = readFileSync(await download.path(), 'utf8');
    for (const code of shown) expect(saved).toContain(code);
    await page.goto('/admin');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('保存恢复码');
    await page.goBack();
    await page.getByRole('button', { name: '我已保存' }).click();
    await expect(page).toHaveURL(/\/admin\/applications\?state=all$/);
    return shown;
  });
  await test.step('from then on the code is asked for at each sign-in, and the recovery codes are shown no more', async () => {
    await page.goto('/second-factor/recovery-codes');
    await expect(page).toHaveURL(/\/admin$/);
    const other = await openPage();
    await other.goto('/login');
    await submitPassword(other, phone);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('填写动态码');
    await typeCode(other, newCode());
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('工作台');
    expect(await other.content()).not.toContain(codes[0]);
  });
});

test('a sign-in is over only with the code, which is good once; the address asked for is kept', async ({ openPage }) => {
  const person = await newStaff(['finance']);
  const page = await openPage();
  await page.goto('/admin/dues?state=all');
  await submitPassword(page, person.phone);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('填写动态码');
  for (const path of ['/admin', '/admin/dues', '/home', '/login']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('填写动态码');
  }
  await page.goto('/admin/dues?state=all');
  await typeCode(page, '12345');
  await expectRefused(page, page.getByLabel('动态码'), /请填写验证器里的 6 位数字，或者一个 12 位的恢复码/);
  const code = person.newCode();
  await typeCode(page, ` ${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(page).toHaveURL(/\/admin\/dues\?state=all$/);

  const thief = await openPage();
  await signIn(thief, person.phone, STAFF_PASSWORD);
  await typeCode(thief, code);
  await expectRefused(thief, thief.getByLabel('动态码'), /这个动态码已经用过/);
  await typeCode(thief, '000000');
  await expectRefused(thief, thief.getByLabel('动态码'), /动态码不对/);
  await thief.goto('/admin');
  await expect(thief.getByRole('heading', { level: 1 })).toHaveText('填写动态码');
});

test('five wrong codes are told when to come back', async ({ page }) => {
  const person = await newStaff(['finance']);
  await signIn(page, person.phone, STAFF_PASSWORD);
  for (let n = 0; n < 5; n++) {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await typeCode(page, '1234 5678 9012');
    await answer; // before it the words could be those of the try before
    await expect(page.getByRole('button', { name: '继续登录' })).toBeVisible();
    await expectRefused(page, page.getByLabel('动态码'), '恢复码不对，或者已经用过，请核对后再填');
  }
  await typeCode(page, person.newCode());
  await expect(page.getByText(/操作太频繁，请在 2026年\d+月\d+日 \d\d:\d\d 之后再试/)).toBeVisible();
});

test('without the phone a recovery code opens, once, and says how many are left; new ones and a new phone can be had', async ({
  openPage,
}) => {
  const person = await newStaff(['reviewer']);
  const page = await openPage({ width: 360 });
  await signInWithBothFactors(page, person);
  await letFactorGrowStale(person);
  const [first = '', second = ''] = await test.step('new recovery codes are for whoever holds the authenticator', async () => {
    await page.goto('/admin/security');
    await page.getByRole('button', { name: '重新生成' }).click();
    await expect(page.getByLabel('动态码')).toBeFocused();
    await page.getByLabel('动态码').fill(person.newCode());
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('保存恢复码');
    const shown = await page
      .getByRole('listitem')
      .filter({ hasText: /^\d{4} \d{4} \d{4}$/ })
      .allTextContents();
    await page.getByRole('button', { name: '我已保存' }).click();
    await expect(page).toHaveURL(/\/admin\/security$/);
    await expect(page.getByText('还剩 10 个')).toBeVisible();
    return shown;
  });
  const other = await openPage({ width: 360 });
  await other.goto('/admin/applications');
  await submitPassword(other, person.phone);
  await typeCode(other, `${first} `);
  await expect(other.getByText('已用一个恢复码登录，还剩 9 个')).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('link', { name: '继续', exact: true }).click();
  await expect(other).toHaveURL(/\/admin\/applications$/);

  const again = await openPage();
  await signIn(again, person.phone, STAFF_PASSWORD);
  await typeCode(again, first);
  await expectRefused(again, again.getByLabel('动态码'), /恢复码不对，或者已经用过/);
  await typeCode(again, second.replaceAll(' ', '-'));
  await expect(again.getByText('已用一个恢复码登录，还剩 8 个')).toBeVisible();
  await again.getByRole('button', { name: '解除并退出登录' }).click();
  await expect(again.getByText('原来的验证器已解除')).toBeVisible();
  await submitPassword(again, person.phone);
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('设置验证器');
  await other.goto('/admin');
  await expect(other).toHaveURL(/\/login/);
});

test('all of it works without JavaScript', async ({ openPage }) => {
  const { id, phone } = await newStaff(['admin'], { enrolled: false });
  const colleague = await newStaff(['reviewer'], { name: '孙静' });
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto('/admin/staff');
  await submitPassword(page, phone);
  const newCode = codesOf(await readSecret(page));
  await confirm(page, '000000');
  await expectRefused(page, page.getByLabel('动态码'), /动态码不对/);
  await confirm(page, newCode());
  await page.getByRole('button', { name: '我已保存' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('人员');

  await letFactorGrowStale({ id });
  await page.goto(`/admin/staff/${colleague.id}`);
  await page.getByRole('checkbox', { name: /财务/ }).check();
  await page.getByRole('button', { name: '保存角色' }).click();
  await expect(page.getByText('请确认是您本人')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /财务/ })).toBeChecked();
  await page.getByLabel('动态码').fill('000000');
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByLabel('动态码')).toHaveAccessibleDescription(/动态码不对/);
  await expect(page.getByRole('checkbox', { name: /财务/ })).toBeChecked();
  await page.getByLabel('动态码').fill(newCode());
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByText('✓ 已保存')).toBeVisible();
  expect(await sql(`SELECT "role"::text FROM "AccountRole" WHERE "accountId" = $1 ORDER BY 1`, [colleague.id])).toEqual([
    { role: 'finance' },
    { role: 'reviewer' },
  ]);
});

test('the demo’s staff sign in with what its outbox page shows, and set an authenticator up with it', async ({ openPage }) => {
  const outbox = await openPage();
  await outbox.goto('/outbox');
  await expect(outbox.getByText(/^\d{6}$/)).toHaveCount(4);
  const code = await outbox.locator('dt', { hasText: staffPhones.overseer }).locator('+ dd').textContent();
  const page = await openPage();
  await signIn(page, staffPhones.overseer, STAFF_PASSWORD);
  await typeCode(page, code ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台');

  const { phone } = await newStaff(['reviewer'], { enrolled: false });
  const fresh = await openPage();
  await signIn(fresh, phone, STAFF_PASSWORD);
  await outbox.getByLabel('设置验证器时显示的密钥').fill(await readSecret(fresh));
  await outbox.getByRole('button', { name: '算出动态码' }).click();
  await confirm(fresh, (await outbox.getByRole('status').textContent()) ?? '');
  await expect(fresh.getByRole('heading', { level: 1 })).toHaveText('保存恢复码');
});

async function submitPassword(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('密码').fill(STAFF_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

async function readSecret(page: Page): Promise<string> {
  const shown = page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  return ((await shown.textContent()) ?? '').replaceAll(' ', '');
}

async function confirm(page: Page, code: string): Promise<void> {
  await page.getByLabel('动态码').fill(code);
  await page.getByRole('button', { name: '确认并启用' }).click();
}

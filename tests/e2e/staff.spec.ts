import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectRefused, newApplicant, readSms, sql, test } from './fixtures';
import { codesOf, letFactorGrowStale, newStaff, signInAsStaff, signInWithBothFactors } from './people';
import { seedApplication } from './seeding';

const NEW_PASSWORD = 'gong zuo ren yuan de mima';

test('the administrator adds somebody, who sets password and authenticator and works with exactly the roles given', async ({
  openPage,
}) => {
  const admin = await openPage();
  await signInAsStaff(admin, 'admin');
  const { phone } = newApplicant();
  await test.step('what does not do is refused at its field', async () => {
    await admin.getByRole('link', { name: '人员' }).click();
    await expectAccessible(admin);
    await admin.getByRole('button', { name: '添加', exact: true }).click();
    await expectRefused(admin, admin.getByLabel('姓名'), '请填写姓名');
    await expect(admin.getByRole('alert').getByRole('link', { name: '角色：请至少选择一个角色' })).toBeVisible();
    const known = newApplicant();
    await seedApplication(known, 'registered');
    await fillNewcomer(admin, known.phone);
    await admin.getByRole('button', { name: '添加', exact: true }).click();
    await expectRefused(admin, admin.getByLabel('手机号'), '这个手机号已有账号，请换一个手机号');
    await expect(role(admin, '会员部')).toBeChecked();
  });
  await admin.getByLabel('手机号').fill(phone);
  await admin.getByRole('button', { name: '添加', exact: true }).click();
  await expect(admin.getByText(/请告诉孙新来：打开本系统的“首次登录”/)).toBeVisible();
  await expectAccessible(admin);

  const page = await openPage({ width: 360 });
  await test.step('首次登录 with a code to the phone, then the authenticator', async () => {
    await page.goto('/first-login');
    await page.getByLabel('手机号').fill(phone);
    await page.getByRole('button', { name: '获取验证码' }).click();
    await expect(page.getByText('验证码已经发出')).toBeVisible();
    await page.getByLabel('验证码').fill(/验证码 (\d{6})/.exec(await readSms(page, phone, /验证码/))?.[1] ?? '');
    await page.getByLabel('新密码').fill(NEW_PASSWORD);
    await page.getByLabel('确认密码').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: '设置新密码' }).click();
    const secret = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? '';
    await page.getByLabel('动态码').fill(codesOf(secret.replaceAll(' ', ''))());
    await page.getByRole('button', { name: '确认并启用' }).click();
    await page.getByRole('button', { name: '我已保存' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台');
  });
  expect((await page.goto('/admin/applications'))?.status()).toBe(200);
  for (const path of ['/admin/dues', '/admin/staff', '/admin/settings']) expect((await page.goto(path))?.status(), path).toBe(404);
});

test('handing out a role asks for the code again, in place, once in ten minutes; it holds at the next click', async ({ openPage }) => {
  const colleague = await newStaff(['reviewer'], { name: '孙静' });
  const [admin, page] = [await openPage({ width: 360 }), await openPage()];
  const me = await signInAsStaff(admin, 'admin');
  await signInWithBothFactors(page, colleague);
  expect((await page.goto('/admin/dues'))?.status()).toBe(404);
  await letFactorGrowStale(me);

  await admin.goto(`/admin/staff/${colleague.id}`);
  await role(admin, '财务').check();
  await role(admin, '会员部').uncheck();
  await admin.getByRole('button', { name: '保存角色' }).click();
  await expect(admin.getByText('请确认是您本人')).toBeVisible();
  await expectAccessible(admin);
  expect((await page.goto('/admin/dues'))?.status()).toBe(404);
  await expect(admin.getByLabel('动态码')).toBeFocused();
  await admin.keyboard.type('000000');
  await admin.keyboard.press('Enter');
  await expect(admin.getByLabel('动态码')).toHaveAccessibleDescription(/动态码不对/);
  await expect(admin.getByRole('alert').filter({ hasText: '动态码不对' })).toBeVisible();
  await admin.getByLabel('动态码').fill(me.newCode());
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('✓ 已保存')).toBeVisible();
  await expect(role(admin, '财务')).toBeChecked();
  await expect(role(admin, '会员部')).not.toBeChecked();
  expect((await page.goto('/admin/dues'))?.status()).toBe(200);
  expect((await page.goto('/admin/applications'))?.status()).toBe(404);

  await role(admin, '秘书长').check();
  await admin.getByRole('button', { name: '保存角色' }).click();
  await expect.poll(() => rolesOf(colleague.id)).toEqual(['finance', 'overseer']);
  const audited = await sql(
    `SELECT e."actorName", p."data" FROM "AuditEvent" e JOIN "AuditPayload" p ON p."eventId" = e."id"
     WHERE e."recordId" = $1 AND e."action" = 'staff.changeRoles' ORDER BY e."seq"`,
    [colleague.id],
  );
  expect(audited).toEqual([
    { actorName: '赵管理', data: { before: ['reviewer'], after: ['finance'] } },
    { actorName: '赵管理', data: { before: ['finance'], after: ['finance', 'overseer'] } },
  ]);
});

test('a disabled colleague is out at once, a reset authenticator is set up again, and nobody locks themselves out', async ({
  openPage,
}) => {
  const colleague = await newStaff(['reviewer'], { name: '孙静' });
  const [admin, page] = [await openPage(), await openPage()];
  const me = await signInAsStaff(admin, 'admin');
  await signInWithBothFactors(page, colleague);

  await admin.goto(`/admin/staff/${colleague.id}`);
  await admin.getByRole('button', { name: '停用账号' }).click();
  await expect(admin.getByText('已停用')).toBeVisible();
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/login/);
  await admin.getByRole('button', { name: '启用账号' }).click();
  await expect(admin.getByRole('button', { name: '停用账号' })).toBeVisible();

  await admin.getByRole('button', { name: '重置验证器' }).click();
  await expect(admin.getByText('还没有设置，登录时会要求设置')).toBeVisible();
  await admin.goto('/admin/staff');
  await expect(admin.getByRole('row').filter({ hasText: colleague.phone })).toContainText('未设置');

  await admin.goto(`/admin/staff/${me.id}`);
  await expect(admin.getByRole('button', { name: '停用账号' })).toHaveCount(0);
  await role(admin, '会员部').check();
  await role(admin, '系统管理员').uncheck();
  await admin.getByRole('button', { name: '保存角色' }).click();
  await expect(admin.getByText('不能取消自己的系统管理员角色')).toBeVisible();
  expect(await rolesOf(me.id)).toEqual(['admin']);
});

function role(page: Page, label: string): Locator {
  return page.getByRole('checkbox', { name: label });
}

async function fillNewcomer(page: Page, phone: string): Promise<void> {
  await page.getByLabel('姓名').fill('孙新来');
  await page.getByLabel('手机号').fill(phone);
  await role(page, '会员部').check();
}

async function rolesOf(accountId: string): Promise<unknown[]> {
  const rows = await sql(`SELECT "role"::text FROM "AccountRole" WHERE "accountId" = $1 ORDER BY "role"::text`, [accountId]);
  return rows.map(({ role: name }) => name);
}

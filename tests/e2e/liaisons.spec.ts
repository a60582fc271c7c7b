import type { Page } from '@playwright/test';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, newApplicant, readSms, signIn, test } from './fixtures';
import { seedApplication } from './seeding';

for (const { width, javaScriptEnabled } of [
  { width: 360, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: false },
]) {
  test(`a first liaison ${javaScriptEnabled ? 'on a phone' : 'without a script'} names a second, proves the phone, and hands over to a new person`, async ({
    openPage,
    applicant,
  }) => {
    await seedApplication(applicant, 'approved');
    const [second, heir] = [newApplicant(), newApplicant()];
    const page = await openPage({ width, javaScriptEnabled });
    const outbox = await openPage();
    await signIn(page, applicant.phone, MEMBER_PASSWORD);

    await page.goto('/company/liaisons/add');
    await fillPerson(page, '钱二', second.phone);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('已添加第二联络员')).toBeVisible();
    await expect(page.getByText('待验证').first()).toBeVisible();
    await page.getByRole('button', { name: '获取验证码（验证码）' }).click();
    await page.locator('input[name=code]').fill(await codeFor(outbox, second.phone));
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: '完成验证' }).click();
    await expect(page.getByText('待验证')).toHaveCount(0);

    await page.goto('/company/liaisons/replace');
    await fillPerson(page, '孙新', second.phone);
    await page.getByRole('button', { name: /（新联络员手机的验证码）$/ }).click();
    await expect(page.getByText(/已是本单位的第二联络员/).first()).toBeVisible();
    await page.locator('input[name=mobile]').fill(heir.phone);
    await page.getByRole('button', { name: /（新联络员手机的验证码）$/ }).click();
    await page.locator('input[name=code]').fill(await codeFor(outbox, heir.phone));
    await page.getByRole('button', { name: /（您手机的验证码）$/ }).click();
    await page.locator('input[name=ownCode]').fill(await codeFor(outbox, applicant.phone));
    await expect(page.getByLabel('姓名')).toHaveValue('孙新');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: '确认更换' }).click();
    await expect(page).toHaveURL(/\/login\?reason=handedOver/);
    await readSms(outbox, heir.phone, /首次登录/);
    await page.goto('/company');
    await expect(page).toHaveURL(/\/login/);
  });
}

async function fillPerson(page: Page, name: string, phone: string): Promise<void> {
  await page.getByLabel('姓名').fill(name);
  await page.locator('input[name=mobile]').fill(phone);
  await page.getByLabel('部门').fill('办公室');
  await page.getByLabel('职务').fill('主任');
  await page.getByLabel('邮箱').fill('12345678@qq.com');
}

async function codeFor(outbox: Page, phone: string): Promise<string> {
  return /\d{6}/.exec(await readSms(outbox, phone, /验证码 \d{6}/))?.[0] ?? '';
}

import type { Page } from '@playwright/test';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, newApplicant, readSms, signIn, sql, test } from './fixtures';
import { signInAsStaff } from './people';
import { realScans } from './scans';
import { seedApplication, seedMember } from './seeding';

for (const { width, javaScriptEnabled } of [
  { width: 360, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: false },
]) {
  test(`a first liaison at ${width} px${javaScriptEnabled ? '' : ' without a script'} names a second, proves the phone, and hands over to a new person`, async ({
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

test('staff hand a company over on a stamped letter: the leaver is out at once, the new one enters by 首次登录', async ({
  openPage,
  applicant,
}) => {
  const { companyId } = await seedMember(applicant, []);
  const heir = newApplicant();
  const leaver = await openPage();
  await signIn(leaver, applicant.phone, MEMBER_PASSWORD);

  const staff = await openPage();
  await signInAsStaff(staff, 'reviewer');
  await staff.goto(`/admin/members?search=${applicant.uscc}`);
  await staff.getByRole('link', { name: applicant.company }).click();
  await expect(staff).toHaveURL(/\/admin\/members\/[0-9a-f-]{36}/);
  const [member] = staff.url().split('?');
  await staff.goto(`${member}/liaison`);
  await staff.getByRole('link', { name: '去上传' }).click();
  await staff.getByLabel('选择会员附件文件').setInputFiles({ ...(await realScans()).businessLicense, name: '更换函.pdf' });
  await expect(staff.getByRole('button', { name: /^查看 / })).toBeVisible();
  await staff.goto(`${member}/liaison`);
  await staff.getByLabel('更换哪一位').selectOption('第一联络员');
  await fillPerson(staff, '孙新', heir.phone);
  await staff.getByLabel('盖章的函件').selectOption({ index: 1 });
  await staff.getByLabel('原因').fill('原联络员离职，手机号已注销，单位来函。');
  await expectAccessible(staff);
  await staff.getByRole('button', { name: '更换联络员' }).click();
  await expect(staff.getByText('联络员已更换。')).toBeVisible();

  await leaver.goto('/company');
  await expect(leaver).toHaveURL(/\/login/);
  await readSms(leaver, heir.phone, /首次登录/);
  await staff.goto(`/admin/changes?tab=letter&search=${encodeURIComponent(applicant.company)}`);
  await staff.getByRole('link', { name: applicant.company, exact: true }).click();
  await expect(staff.getByText('盖章的函件')).toBeVisible();
  expect(await sql(`SELECT "name" FROM "Liaison" WHERE "companyId" = $1 AND "to" IS NULL`, [companyId])).toEqual([{ name: '孙新' }]);
});

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

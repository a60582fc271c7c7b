import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, readSms, signIn, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedMember } from './seeding';

for (const width of [1280, 360]) {
  test(`a member at ${width} px reads what leaving means, asks for it, and staff accept it with the dues`, async ({
    openPage,
    applicant,
  }) => {
    await seedMember(applicant, [2025]);
    const page = await openPage({ width });
    await signIn(page, applicant.phone, MEMBER_PASSWORD);
    await page.goto('/company');
    await page.getByRole('link', { name: '退会申请' }).click();
    await expect(page.getByText(/2025 年度会费还有 ¥3,000.00 未交/)).toBeVisible();
    await expect(page.getByText(/2026 年度已交 ¥3,000.00，退会后一般不退还/)).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('退会原因').fill('企业改制，业务方向调整。');
    await page.getByRole('button', { name: '提交退会申请' }).click();
    await expect(page.getByText('申请已提交')).toBeVisible();
    await page.goto('/home');
    await expect(page.getByText('退会申请已提交，等待协会处理')).toBeVisible();

    const staff = await openPage();
    await signInAsStaff(staff, 'reviewer');
    await staff.goto(`/admin/changes?tab=exit&search=${encodeURIComponent(applicant.company)}`);
    await staff.getByRole('link', { name: applicant.company, exact: true }).click();
    await expect(staff.getByText('企业改制，业务方向调整。')).toBeVisible();
    await staff.getByRole('button', { name: '同意退会', exact: true }).click();
    await staff.getByLabel(/同时取消没有交过的会费（1 笔，¥3,000.00）/).check();
    await staff.getByRole('button', { name: '确认同意退会' }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText('已确认');

    await page.goto('/home');
    await expect(page.getByText('已退会').first()).toBeVisible();
    expect(await readSms(page, applicant.phone, /退会申请已办理/)).toContain(applicant.company);
  });
}

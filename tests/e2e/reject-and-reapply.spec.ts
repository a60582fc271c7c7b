import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, readSms, signIn, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedApplication } from './seeding';

test('a rejected applicant reads why, sees the dues go to refund, and applies again', async ({ openPage, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'submitted');
  const reviewer = await openPage();
  await signInAsStaff(reviewer, 'reviewer');
  await reviewer.goto(`/admin/applications/${applicationId}`);
  await reviewer.getByRole('button', { name: '不予通过' }).click();
  const dialog = reviewer.getByRole('dialog');
  await dialog.getByRole('button', { name: '确认不予通过' }).click();
  await expect(dialog.getByText('请填写不予通过的原因').first()).toBeVisible();
  await dialog.getByLabel('不予通过的原因').fill('不属于工程建设行业。');
  await dialog.getByRole('button', { name: '确认不予通过' }).click();
  await expect(reviewer.getByText(`不予通过：${applicant.company}`)).toBeVisible();

  const page = await openPage();
  await readSms(page, applicant.phone, /未获通过/);
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await expect(page.getByText('不属于工程建设行业。').first()).toBeVisible();
  await expect(page.getByText('待退费', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '重新申请' }).click();
  await expect(page).toHaveURL(/\/apply\/charter/);

  const finance = await openPage();
  await signInAsStaff(finance, 'finance');
  await finance.goto(`/admin/dues?search=${applicant.uscc}`);
  await expect(finance.getByRole('row', { name: new RegExp(applicant.company) })).toContainText('待退费');
});

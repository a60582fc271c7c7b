import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, readSms, signIn, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedApplication } from './seeding';

test('finance returns a filing, the applicant corrects it while the application stays under review', async ({ openPage, applicant }) => {
  await seedApplication(applicant, 'submitted');
  const finance = await openPage();
  await signInAsStaff(finance, 'finance');
  await finance.goto(`/admin/dues?search=${applicant.uscc}`);
  await finance.getByRole('link', { name: applicant.company }).click();
  await finance.getByRole('button', { name: '退回', exact: true }).click();
  await finance.getByRole('dialog').getByLabel('退回原因').fill('流水号查不到，请核对。');
  await finance.getByRole('button', { name: '确认退回' }).click();
  await expect(finance.getByText('流水号查不到，请核对。')).toBeVisible();

  const page = await openPage({ width: 360 });
  await readSms(page, applicant.phone, /汇款信息被退回/);
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审核');
  await page.getByRole('link', { name: '重新填写汇款信息' }).click();
  await expect(page.getByText('流水号查不到，请核对。')).toBeVisible();
  await page.getByLabel('银行流水号').fill('SN20261123');
  await page.getByRole('button', { name: '保存并继续' }).click();

  await expect(page).toHaveURL(/\/apply\/status/);
  await expect(page.getByText('等待财务确认到账')).toBeVisible();
  await finance.reload();
  await expect(finance.getByText('SN20261123')).toBeVisible();
  await expect(finance.getByText('重新填写汇款信息')).toBeVisible();
});

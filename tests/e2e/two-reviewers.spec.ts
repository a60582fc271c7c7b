import { expect, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedApplication } from './seeding';

test('of two reviewers who decide on one application, the second is told that it is decided', async ({ openPage, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'submitted');
  const [one, other] = [await openPage(), await openPage()];
  for (const reviewer of [one, other]) {
    await signInAsStaff(reviewer, 'reviewer');
    await reviewer.goto(`/admin/applications/${applicationId}`);
  }

  await one.getByRole('button', { name: '退回修改' }).click();
  await one.getByRole('dialog').getByLabel('退回说明').fill('请补盖公章。');
  await one.getByRole('button', { name: '确认退回' }).click();
  await expect(one.getByText(`退回修改：${applicant.company}`)).toBeVisible();

  await other.getByRole('button', { name: '审核通过' }).click();
  await other.getByRole('dialog').getByLabel('先通过的原因').fill('会长办公会同意。');
  await other.getByRole('button', { name: '确认通过' }).click();
  await expect(other.getByText('这一项刚刚已经被处理过了')).toBeVisible();
});

import { expect, expectAccessible, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedMember } from './seeding';

test('finance sees who is reminded next and in which words, and a reviewer ends a member that two years put on the list', async ({
  openPage,
  applicant,
}) => {
  await seedMember(applicant, [2024, 2025]);
  const finance = await openPage({ width: 360 });
  await signInAsStaff(finance, 'finance');
  await finance.goto('/admin/dues/reminders');
  await expect(finance.getByText('自动提醒已暂停')).toBeVisible();
  await finance.getByRole('searchbox').fill(applicant.company);
  await finance.keyboard.press('Enter');
  await expect(finance.getByRole('row', { name: new RegExp(applicant.company) })).toContainText('2024、2025');
  await expect(finance.getByText(/会费共 .+ 元尚未交纳，其中最早的应于/).first()).toBeVisible();
  await expectAccessible(finance);
  await finance.getByRole('button', { name: '开始自动提醒' }).click();
  await expect(finance.getByText('自动提醒正在运行')).toBeVisible();
  await finance.getByRole('button', { name: '暂停自动提醒' }).click();
  await expect(finance.getByText('自动提醒已暂停')).toBeVisible();

  const reviewer = await openPage();
  await signInAsStaff(reviewer, 'reviewer');
  await reviewer.goto(`/admin/members/lapsed?search=${applicant.uscc}`);
  await reviewer.getByRole('checkbox', { name: `选择 ${applicant.company}` }).check();
  await reviewer.getByRole('button', { name: '所选单位退会' }).click();
  await expect(reviewer.getByRole('status').getByText(`${applicant.company}：已退会`)).toBeVisible();
  await expect(reviewer.getByText(`没有找到“${applicant.uscc}”。`)).toBeVisible();
});

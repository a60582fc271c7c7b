import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, readSms, signIn, test } from './fixtures';
import { signInAsStaff } from './people';
import { realScans } from './scans';
import { seedApplication } from './seeding';

test('a returned application shows what to correct, is corrected and submitted again', async ({ openPage, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'submitted');

  await test.step('the reviewer marks a field and a file and returns', async () => {
    const reviewer = await openPage();
    await signInAsStaff(reviewer, 'reviewer');
    await reviewer.goto(`/admin/applications/${applicationId}`);
    await reviewer.getByRole('button', { name: '标记 邮编' }).click();
    await reviewer.getByLabel('邮编需要怎样修改').fill('与通讯地址不一致，请核对。');
    await reviewer.getByRole('button', { name: '标记 信用承诺书' }).click();
    await reviewer.getByLabel('信用承诺书需要怎样修改').fill('没有盖章。');
    await reviewer.getByRole('button', { name: '退回修改（2 处）' }).click();
    const dialog = reviewer.getByRole('dialog');
    await expect(dialog).toContainText('与通讯地址不一致');
    await dialog.getByLabel('退回说明').fill('请修改两处后重新提交。');
    await dialog.getByRole('button', { name: '确认退回' }).click();
    await expect(reviewer.getByText(`退回修改：${applicant.company}`)).toBeVisible();
  });

  const page = await openPage({ width: 360 });
  expect(await readSms(page, applicant.phone, /退回/)).toContain('2 处');
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  // Signing in lands on the first thing to do: everything is filled in, so the list of what to correct.
  await expect(page.getByText('请修改两处后重新提交。')).toBeVisible();
  await expectAccessible(page);

  await test.step('the links lead to the marked field and file', async () => {
    await page.getByRole('link', { name: '邮编：与通讯地址不一致，请核对。' }).click();
    await expect(page).toHaveURL(/\/apply\/company/);
    await page.getByLabel('邮编').fill('100039');
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page).toHaveURL(/\/apply\/review/);
    await page.getByRole('link', { name: '信用承诺书：没有盖章。' }).click();
    await expect(page).toHaveURL(/\/apply\/documents/);
  });

  await test.step('the file is replaced and the old one goes only then', async () => {
    const { businessLicense } = await realScans();
    await page.getByRole('button', { name: '替换 信用承诺书.jpg' }).click();
    await page.getByLabel('选择信用承诺书文件').setInputFiles({ ...businessLicense, name: '承诺书（已盖章）.webp' });
    await expect(page.getByRole('button', { name: '查看 承诺书（已盖章）.webp' })).toBeVisible();
    await expect(page.getByRole('button', { name: '查看 信用承诺书.jpg' })).toHaveCount(0);
    await page.getByRole('link', { name: '保存并继续' }).click();
    await expect(page).toHaveURL(/\/apply\/review/);
  });

  await page.getByRole('button', { name: '重新提交申请' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审核');
  // The dues stay filed through the return.
  await expect(page.getByText('等待财务确认到账')).toBeVisible();

  const reviewer = await openPage();
  await signInAsStaff(reviewer, 'reviewer');
  await reviewer.goto(`/admin/applications/${applicationId}`);
  await expect(reviewer.getByText(/提交 · 第 2 次/)).toBeVisible();
  await expect(reviewer.getByText('上次意见：与通讯地址不一致，请核对。')).toBeVisible();
  await expect(reviewer.getByText('已修改', { exact: true })).toHaveCount(2);
  await expect(reviewer.getByText('100039')).toBeVisible();
});

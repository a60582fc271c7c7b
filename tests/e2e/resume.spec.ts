import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { fillCompany } from './applying';
import { expect, expireSession, signIn, signOut, test } from './fixtures';
import { seedApplication } from './seeding';

test('signing in again lands on the step that is not complete, with everything kept', async ({ openPage, applicant }) => {
  await seedApplication(applicant, 'company');
  const page = await openPage();
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await expect(page).toHaveURL(/\/apply\/documents/);
  await page.getByRole('link', { name: '上一步' }).click();
  await page.getByLabel('邮编').fill('10008');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByRole('alert').first()).toContainText('请填写 6 位数字');
  await signOut(page);

  // Kept although it is wrong: so that step is not complete any more.
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await expect(page).toHaveURL(/\/apply\/company/);
  await expect(page.getByLabel('邮编')).toHaveValue('10008');
});

test('an incomplete step is kept when it is saved on the server, and signing in leads back to it', async ({ openPage, applicant }) => {
  await seedApplication(applicant, 'registered');
  const page = await openPage();
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await page.getByRole('button', { name: '同意' }).click();
  await expect(page.getByRole('heading', { name: '填写企业信息' })).toBeVisible();
  await signOut(page);
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await expect(page).toHaveURL(/\/apply\/company/);
});

test('a session that expired in the middle says so where the saving is told, and goes on after signing in', async ({
  openPage,
  applicant,
}) => {
  const { actor } = await seedApplication(applicant, 'registered');
  const page = await openPage();
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await page.getByRole('button', { name: '同意' }).click();
  await expect(page.getByRole('heading', { name: '填写企业信息' })).toBeVisible();
  await fillCompany(page);
  await expect(page.getByText(/已于 \d\d:\d\d 自动保存/)).toBeVisible();
  await expireSession(actor.id);

  await page.getByLabel('企业基本情况').fill('写了很久的企业介绍，不能丢。');
  await expect(page.getByText(/登录已超时，暂时没有保存，内容还在本页/)).toBeVisible();
  await expect(page.getByLabel('企业基本情况')).toBeFocused();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByText('登录已超时，您填写的内容还在')).toBeVisible();
  await page.getByRole('alert').getByRole('link', { name: '重新登录' }).click();
  await page.getByLabel('手机号').fill(applicant.phone);
  await page.getByLabel('密码').fill(MEMBER_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();

  await expect(page).toHaveURL(/\/apply\/company/);
  await expect(page.getByText('已恢复上次没有保存的内容')).toBeVisible();
  await expect(page.getByLabel('企业基本情况')).toHaveValue('写了很久的企业介绍，不能丢。');
  await expect(page.getByLabel('所在市')).toHaveValue('370100');
  await expect(page.getByRole('checkbox', { name: '建筑工程施工总承包特级' })).toBeChecked();
  await expect(page.getByText(/已于 \d\d:\d\d 自动保存/)).toBeVisible();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page).toHaveURL(/\/apply\/documents/);
});

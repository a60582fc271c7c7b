import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import {
  agreePlainly,
  fileDuesPlainly,
  fillCompanyPlainly,
  signInPlainly,
  submitPlainly,
  uploadPlainly,
  withdrawPlainly,
} from './applying-plainly';
import { expect, expireSession, sql, test } from './fixtures';
import { realScans } from './scans';
import { seedApplication } from './seeding';

for (const width of [360, 1280]) {
  test(`without JavaScript, ${width} wide, an application is filled in, uploaded, paid for, submitted and withdrawn`, async ({
    openPage,
    applicant,
  }) => {
    const { applicationId } = await seedApplication(applicant, 'registered');
    const page = await openPage({ width, javaScriptEnabled: false });
    const scans = await realScans();
    await signInPlainly(page, applicant.phone, MEMBER_PASSWORD);
    await agreePlainly(page);
    await fillCompanyPlainly(page);
    await uploadPlainly(page, scans);
    await fileDuesPlainly(page, scans);
    await expect(page.getByText('李雷')).toBeVisible();
    const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await submitPlainly(page);
    const [row] = await sql(`SELECT count(*)::int AS "filings" FROM "Filing" WHERE "applicationId" = $1 AND "state" = 'pending'`, [
      applicationId,
    ]);
    expect(row).toEqual({ filings: 1 });
    await withdrawPlainly(page);
  });
}

test('without JavaScript, what somebody else changed meanwhile is shown beside one’s own, and decided by buttons', async ({
  openPage,
  applicant,
}) => {
  const { applicationId } = await seedApplication(applicant, 'company');
  const page = await openPage({ width: 360, javaScriptEnabled: false });
  await signInPlainly(page, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/apply/company');
  const other = await page.context().newPage();
  await other.goto('/apply/company');
  await other.getByLabel('通讯地址').fill('北京市海淀区西三环北路 11 号');
  await other.getByLabel('法定代表人').fill('王一');
  await other.getByLabel('邮编').fill('100039');
  await other.getByRole('button', { name: '保存并继续' }).click();

  await page.getByLabel('通讯地址').fill('北京市海淀区玉渊潭南路 1 号');
  await page.getByLabel('法定代表人').fill('王二');
  await page.getByLabel('企业基本情况').fill('只有这里改了介绍。');
  await page.getByRole('button', { name: '保存并继续' }).click();
  const address = page.getByRole('group', { name: '通讯地址' });
  await expect(address).toContainText('用对方的：北京市海淀区西三环北路 11 号');
  await expect(address).toContainText('用我的：北京市海淀区玉渊潭南路 1 号');
  await expect(page.getByLabel('通讯地址')).toHaveValue('北京市海淀区玉渊潭南路 1 号');
  await expect(page.getByLabel('邮编')).toHaveValue('100039');

  // Sent again without a choice, it asks again; the other's content stands meanwhile.
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(address).toBeVisible();
  await address.getByRole('radio', { name: /用我的/ }).check();
  await page
    .getByRole('group', { name: '法定代表人' })
    .getByRole('radio', { name: /用对方的/ })
    .check();
  await page.getByRole('button', { name: '按选择保存' }).click();
  await expect(page).toHaveURL(/\/apply\/documents/);
  const [row] = await sql(`SELECT "data" FROM "ApplicationAnswers" WHERE "applicationId" = $1 AND "step" = 'company'`, [applicationId]);
  expect(row?.data).toMatchObject({
    address: '北京市海淀区玉渊潭南路 1 号',
    legalRepresentative: '王一',
    postcode: '100039',
    profile: '只有这里改了介绍。',
  });
});

test('without JavaScript, an upload after the session ended leads over signing in back to its page', async ({ openPage, applicant }) => {
  const { actor } = await seedApplication(applicant, 'company');
  const scans = await realScans();
  const page = await openPage({ javaScriptEnabled: false });
  await signInPlainly(page, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/apply/documents');
  await expireSession(actor.id);
  await page.getByLabel('选择营业执照文件').setInputFiles(scans.businessLicense);
  await page.getByRole('button', { name: '上传营业执照' }).click();
  await expect(page.getByText('登录已超时，请重新登录')).toBeVisible();
  await page.getByLabel('手机号').fill(applicant.phone);
  await page.getByLabel('密码').fill(MEMBER_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/apply\/documents/);
});

import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { sampleScan } from '../../prisma/seed/sample-files';
import { companyOf } from './companies';
import { expect, expectAccessible, newApplicant, readSms, signIn, test } from './fixtures';
import { signInAsStaff, signInByRequest } from './people';
import { seedApplication } from './seeding';

const licence = async () => ({ name: '新执照.jpg', mimeType: 'image/jpeg', buffer: await sampleScan('营业执照', ['单位名称']) });

for (const width of [1280, 360]) {
  test(`a new name at ${width} px: asked for with the licence, returned, corrected, confirmed; until then the old one stands everywhere`, async ({
    openPage,
    applicant,
  }) => {
    test.setTimeout(90_000);
    await seedApplication(applicant, 'approved');
    const renamed = applicant.company.replace('建设', '工程');
    const page = await openPage({ width });
    await signIn(page, applicant.phone, MEMBER_PASSWORD);
    await page.goto('/company/rename');
    await page.getByLabel('单位名称').fill(renamed);
    await page.getByRole('button', { name: '提交变更申请' }).click();
    await expect(page.getByRole('alert').first()).toContainText('请先上传新的营业执照');
    await page.getByLabel('选择营业执照文件').setInputFiles(await licence());
    await expect(page.getByRole('button', { name: '查看 新执照.jpg' })).toBeVisible();
    await expect(page.getByLabel('单位名称')).toHaveValue(renamed);
    await page.getByRole('button', { name: '提交变更申请' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`${applicant.company}\\s*变更审核中`));
    await page.goto('/home');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`${applicant.company}\\s*变更审核中`));
    await expectAccessible(page);

    const staff = await openPage();
    await signInAsStaff(staff, 'reviewer');
    await staff.goto(`/admin/changes?search=${encodeURIComponent(applicant.company)}`);
    await staff.getByRole('link', { name: applicant.company, exact: true }).click();
    await expect(staff.getByRole('img', { name: '营业执照 第 1 页' })).toBeVisible();
    await staff.getByRole('button', { name: '退回', exact: true }).click();
    await staff.getByLabel('退回的原因').fill('执照看不清，请重新扫描。');
    await staff.getByRole('button', { name: '确认退回' }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText('已退回');

    await page.goto('/home');
    await page.getByRole('link', { name: '去修改' }).click();
    await expect(page.getByText('退回原因：执照看不清，请重新扫描。')).toBeVisible();
    await page.getByRole('button', { name: '重新提交变更申请' }).click();
    await expect(page.getByText('申请已提交')).toBeVisible();

    await staff.reload();
    await staff.getByRole('button', { name: '确认变更' }).click();
    await staff.getByRole('button', { name: '已核对，确认变更' }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`${renamed}\\s*已确认`));

    await page.goto('/company');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(renamed);
    await expect(page.getByRole('region', { name: '会员证' })).toContainText(renamed);
    await expect(page.getByText('曾用名')).toBeVisible();
    await expect(page.getByText(applicant.company).first()).toBeVisible();
    expect(await readSms(page, applicant.phone, /单位名称变更已确认/)).toContain(renamed);
  });
}

test('a request without a script: the licence by a plain form; the request can be withdrawn', async ({ openPage, applicant }) => {
  await seedApplication(applicant, 'approved');
  const page = await openPage({ javaScriptEnabled: false });
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/company/rename');
  await page.getByLabel('选择营业执照文件').setInputFiles(await licence());
  await page.getByRole('button', { name: '上传营业执照' }).click();
  await expect(page).toHaveURL(/\/company\/rename\?company=/);
  await page.getByLabel('单位名称').fill(applicant.company.replace('建设', '工程'));
  await page.getByRole('button', { name: '提交变更申请' }).click();
  await expect(page.getByText('变更审核中').first()).toBeVisible();
  await page.getByRole('link', { name: '查看申请' }).click();
  await page.getByRole('button', { name: '撤回这项申请' }).click();
  await expect(page.getByRole('button', { name: '提交变更申请' })).toBeVisible();
});

test("another member's company does not exist: no page, no form", async ({ openPage, applicant }) => {
  await seedApplication(applicant, 'approved');
  const stranger = newApplicant();
  await seedApplication(stranger, 'approved');
  const theirs = await companyOf(applicant);
  const page = await openPage();
  await signInByRequest(page.request, stranger.phone, MEMBER_PASSWORD);
  for (const path of ['/home', '/company', '/company/edit', '/company/rename', '/company/liaisons']) {
    expect((await page.goto(`${path}?company=${theirs}`))?.status()).toBe(404);
  }
  // A form of one's own, turned to the other company.
  await page.goto('/company/edit');
  await page.getByLabel('邮编').fill('999999');
  await page.locator('input[name=companyId]').evaluate((input, id) => input.setAttribute('value', id), theirs);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('没有找到这项内容');
});

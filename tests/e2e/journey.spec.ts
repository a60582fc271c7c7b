import { readFileSync } from 'node:fs';
import { agreeCharter, fileDues, fillCompany, register, saveCompany, submit, uploadDocuments } from './applying';
import { expect, expectAccessible, readSms, signIn, signOut, test } from './fixtures';
import { signInAsStaff } from './people';
import { readQrCode } from './qr-code';
import { realScans } from './scans';

test('a company registers, applies with real scans, is confirmed and approved, and downloads a certificate that verifies', async ({
  openPage,
  applicant,
}) => {
  const scans = await realScans();
  const page = await openPage();

  await test.step('the clerk registers and goes through the wizard', async () => {
    await register(page, applicant);
    await agreeCharter(page);
    await fillCompany(page);
    await saveCompany(page);
    await uploadDocuments(page, scans);
    await fileDues(page, scans);
    await expect(page.getByText(applicant.uscc).first()).toBeVisible();
    await submit(page);
  });

  await test.step('finance compares the voucher and confirms', async () => {
    const finance = await openPage();
    await signInAsStaff(finance, 'finance');
    await finance.goto('/admin/dues');
    await finance.getByLabel(/流水号/).fill(applicant.company);
    await finance.getByRole('button', { name: '搜索' }).click();
    await finance.getByRole('link', { name: applicant.company }).click();
    await expect(finance.getByRole('img', { name: '汇款凭证 第 1 页' })).toBeVisible();
    await finance.getByRole('button', { name: '确认到账 ¥3,000.00' }).click();
    await finance.getByRole('button', { name: '款项已到账，确认' }).click();
    await expect(finance.getByText('已确认')).toBeVisible();
  });

  await test.step('the reviewer reads the scans beside the data and approves', async () => {
    const reviewer = await openPage();
    await signInAsStaff(reviewer, 'reviewer');
    await reviewer.goto('/admin/applications');
    await reviewer.getByLabel(/手机号/).fill(applicant.company);
    await reviewer.getByRole('button', { name: '搜索' }).click();
    await reviewer.getByRole('link', { name: applicant.company }).click();
    await expect(reviewer.getByRole('tab', { name: '入会申请表（6 页）' })).toBeVisible();
    await expect(reviewer.getByRole('img', { name: '入会申请表 第 1 页' })).toBeVisible();
    await expectAccessible(reviewer);
    await reviewer.getByRole('button', { name: '审核通过' }).click();
    await reviewer.getByRole('button', { name: '确认通过' }).click();
    await expect(reviewer.getByText(`审核通过：${applicant.company}`)).toBeVisible();
  });

  const sms = await readSms(page, applicant.phone, /会员编号/);
  const number = /会员编号 (\d{8})/.exec(sms)?.[1] ?? '';
  expect(sms).toContain(applicant.company);

  await test.step('the liaison signs in and downloads the certificate', async () => {
    await signOut(page);
    await signIn(page, applicant.phone, applicant.password);
    await expect(page.getByText(`会员编号 ${number}`)).toBeVisible();
    await expectAccessible(page);
  });

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载电子会员证' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`会员证-${applicant.company}.pdf`);
  const address = await readQrCode(readFileSync(await file.path()));

  await test.step('anybody verifies it by its QR address', async () => {
    const stranger = await openPage({ width: 360 });
    await stranger.goto(address);
    await expect(stranger.getByText('会员证有效')).toBeVisible();
    await expect(stranger.getByText(applicant.company)).toBeVisible();
    await expect(stranger.getByText(number)).toBeVisible();
    await expectAccessible(stranger);
  });
});

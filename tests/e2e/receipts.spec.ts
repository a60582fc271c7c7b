import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { rawPdf } from '../support/corpus';
import { issuedWorkbook } from '../support/receipts';
import { zipOf } from '../support/workbooks';
import { expect, expectAccessible, newApplicant, pressWhenAlive, readSms, signIn, test } from './fixtures';
import { signInAsStaff } from './people';
import { newReceiptNumber, seedPaidYear } from './receipts';
import { seedMember } from './seeding';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('finance records a receipt with its PDF, the member is told, downloads it on a phone and asks for another title', async ({
  openPage,
  applicant,
}) => {
  await seedMember(applicant, []);
  const number = newReceiptNumber();
  const finance = await openPage();
  await signInAsStaff(finance, 'finance');
  await finance.goto(`/admin/receipts?search=${applicant.uscc}`);
  await finance.getByRole('link', { name: `登记 ${applicant.company}` }).click();
  await expect(finance.getByRole('button', { name: new RegExp(`${applicant.company}.*复制抬头`) })).toBeVisible();
  // Whether the browser lets it copy is the browser's affair.
  await pressWhenAlive(finance, '2', finance.getByText(/^(已复制|请选中后手动复制)$/));
  await finance.getByLabel('选择票据 PDF文件').setInputFiles({ name: '票据.pdf', mimeType: 'application/pdf', buffer: rawPdf() });
  await expect(finance.getByRole('button', { name: /^查看 票据.pdf/ })).toBeVisible();
  await finance.getByLabel('票据代码').fill('00010126');
  await finance.getByLabel('票据号码').fill(number);
  await finance.getByLabel('校验码').fill('589d80');
  await finance.getByLabel('金额（元）').fill('2999');
  await finance.getByRole('button', { name: '登记，并通知会员' }).click();
  await expect(finance.getByRole('alert').getByText(/票据金额应与它相同/)).toBeVisible();
  await finance.getByLabel('金额（元）').fill('3000.00');
  await finance.getByRole('button', { name: '登记，并通知会员' }).click();
  await finance.waitForURL(/done=|receipts\/[0-9a-f-]{36}$/);
  await expect(finance.getByText(number).first()).toBeVisible();

  const page = await openPage({ width: 360 });
  await readSms(page, applicant.phone, /会费的电子票据已开具/);
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/dues');
  await expect(page.getByRole('link', { name: '已开票，下载 2026 年度票据' })).toBeVisible();
  await page.getByRole('link', { name: '查看 2026 年度' }).click();
  const link = page.getByRole('link', { name: '下载电子票据（PDF）' });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(await answer.body()).toEqual(rawPdf());
  await page.getByText('抬头有误，申请换开').click();
  await page.getByLabel('正确的抬头').fill('山东泰岳建设集团有限公司');
  await page.getByLabel('换开原因').fill('单位已更名');
  await page.getByRole('button', { name: '申请换开', exact: true }).click();
  await expect(page.getByText('等待协会答复')).toBeVisible();
  await expectAccessible(page);

  await finance.goto('/admin/receipts?tab=requests');
  await expect(finance.getByText(`票据号码 ${number}`)).toBeVisible();
});

test('three receipts come in with a zip of their PDFs: looked at, mended, recorded together', async ({ openPage }) => {
  const members = [newApplicant(), newApplicant(), newApplicant()];
  for (const member of members) await seedPaidYear(member, await seedMember(member, [2025]), 2025);
  const lines = members.map(({ company, uscc }) => ({
    ...{ titleUscc: uscc, years: '2025', titleName: company, amount: '3000' },
    ...{ code: '00010126', number: newReceiptNumber(), checkCode: '589d80', issuedOn: '2026-11-24' },
  }));
  const finance = await openPage();
  await signInAsStaff(finance, 'finance');
  const upload = async (files: Record<string, Buffer>) => {
    await finance.goto('/admin/receipts/import');
    const workbook = { name: '已开票据.xlsx', mimeType: XLSX, buffer: await issuedWorkbook(lines) };
    await finance.getByLabel('已开票据的工作簿').setInputFiles(workbook);
    await finance.getByLabel('票据 PDF').setInputFiles({ name: '票据.zip', mimeType: 'application/zip', buffer: await zipOf(files) });
    await finance.getByRole('button', { name: '上传并检查' }).click();
  };
  const pdfs = Object.fromEntries(lines.map(({ number }) => [`${number}.pdf`, rawPdf()]));
  await upload({ ...pdfs, [`${lines[0]?.number}.pdf`]: Buffer.from('会费发票') });
  await expect(finance.getByText('1 行有错，一张也还没有登记')).toBeVisible({ timeout: 30_000 });
  await expect(finance.getByText(/票据 PDF：只能上传/)).toBeVisible();
  await upload(pdfs);
  await finance.getByRole('button', { name: /^登记全部 3 张，共 ¥9,000.00/ }).click({ timeout: 30_000 });
  await expect(finance.getByText('已登记 3 张，共 ¥9,000.00')).toBeVisible();
  await expectAccessible(finance);
});

import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { sampleScan } from '../../prisma/seed/sample-files';
import { type Applicant, expect, expectAccessible, sql, test } from './fixtures';
import { signInByRequest } from './people';
import { blankPdf, refusedFiles } from './samples';
import { seedApplication } from './seeding';

const MB = 1024 * 1024;
const onS3 = process.env.E2E_STORAGE === 's3';
/** Where the browser sends a file's bytes. */
const TRANSFERS = onS3 ? `${process.env.S3_TEST_ENDPOINT}/**` : '**/api/uploads/content?**';

test('a file that is not taken says which one and why, at its field, and the files already there stay', async ({ page, applicant }) => {
  await openDocuments(page, applicant, 'documents');
  const refusals = [
    ...refusedFiles,
    { file: { name: '二十一页.pdf', mimeType: 'application/pdf', buffer: await blankPdf(21) }, why: /不能超过 20 页/ },
    { file: { name: '加密.pdf', mimeType: 'application/pdf', buffer: await blankPdf(1, 'mima') }, why: /设了打开密码/ },
  ];
  // The licence stands as a picture: only one that replaces it may be a PDF.
  for (const { file, why } of refusals) {
    await replace(page, '营业执照.jpg', '营业执照', file);
    await expect(refusalIn(page, '营业执照', file.name), file.name).toContainText(why);
    await expect(page.getByRole('button', { name: '查看 营业执照.jpg' })).toBeVisible();
  }
  await expect(page.getByRole('alert').filter({ hasText: '：' })).toHaveCount(refusals.length);
  await page.getByRole('button', { name: '知道了' }).first().click();
  await expect(page.getByRole('alert').filter({ hasText: '：' })).toHaveCount(refusals.length - 1);

  await page.reload();
  for (const name of ['入会申请表.jpg', '信用承诺书.jpg', '营业执照.jpg']) {
    await expect(page.getByRole('button', { name: `查看 ${name}` })).toBeVisible();
  }
  await expect(page.getByRole('link', { name: '保存并继续' })).toBeVisible();
});

test('a document of twenty pictures takes no further page, and one PDF stands alone', async ({ page, applicant }) => {
  const { applicationId } = await openDocuments(page, applicant, 'company');
  const picture = { mimeType: 'image/jpeg', buffer: await sampleScan('一页') };
  await page.getByLabel('选择信用承诺书文件').setInputFiles({ ...picture, name: '第1页.jpg' });
  await expect(page.getByRole('button', { name: '查看 第1页.jpg' })).toBeVisible();
  await sql(`UPDATE "File" SET "pageCount" = 20 WHERE "applicationId" = $1`, [applicationId]);
  await page.getByLabel('选择信用承诺书文件').setInputFiles({ ...picture, name: '第21页.jpg' });
  await expect(refusalIn(page, '信用承诺书', '第21页.jpg')).toContainText('不能超过 20 页');

  const pdf = { name: '承诺书.pdf', mimeType: 'application/pdf', buffer: await blankPdf(2) };
  await page.getByLabel('选择信用承诺书文件').setInputFiles(pdf);
  await expect(refusalIn(page, '信用承诺书', pdf.name)).toContainText('已经有图片');
  await page.getByLabel('选择入会申请表文件').setInputFiles(pdf);
  await expect(page.getByText('PDF，2 页')).toBeVisible();
  await expect(page.getByRole('button', { name: '上传入会申请表' })).toHaveCount(0);
});

test('a transfer that the network cuts says so, keeps what was there, and works when tried again', async ({ page, applicant }) => {
  await openDocuments(page, applicant, 'company');
  const scan = await sampleScan('营业执照');
  await page.getByLabel('选择入会申请表文件').setInputFiles({ name: '申请表.jpg', mimeType: 'image/jpeg', buffer: scan });
  await expect(page.getByRole('button', { name: '查看 申请表.jpg' })).toBeVisible();

  const network = await page.context().newCDPSession(page);
  const speed = { latency: 0, downloadThroughput: -1, uploadThroughput: 200_000 };
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', { ...speed, offline: false });
  const large = { name: '大扫描件.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([scan, Buffer.alloc(3 * MB)]) };
  await page.getByLabel('选择营业执照文件').setInputFiles(large);
  await expect(page.getByText(/大扫描件.jpg · 正在上传 [1-9]/)).toBeVisible();
  await network.send('Network.emulateNetworkConditions', { ...speed, offline: true });
  await expect(refusalIn(page, '营业执照', large.name)).toContainText('文件没有传完整，可能是网络中断了，请重新上传');
  await expect(page.getByRole('button', { name: '查看 申请表.jpg' })).toBeVisible();

  await network.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: -1, offline: false });
  await page.getByLabel('选择营业执照文件').setInputFiles({ name: '执照.jpg', mimeType: 'image/jpeg', buffer: scan });
  await expect(page.getByRole('button', { name: '查看 执照.jpg' })).toBeVisible();
  await expect(page.getByRole('button', { name: '查看 申请表.jpg' })).toBeVisible();
});

test('a photo of a phone is shrunk before it is sent, and stays upright', async ({ page, applicant }) => {
  await openDocuments(page, applicant, 'company');
  const noise = {
    create: {
      width: 4000,
      height: 3000,
      channels: 3 as const,
      background: '#fff',
      noise: { type: 'gaussian' as const, mean: 128, sigma: 20 },
    },
  };
  const photo = await sharp(noise).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
  const announced = page.waitForRequest((request) => request.url().endsWith('/api/uploads'));
  await page.getByLabel('营业执照的照片').setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer: photo });
  expect((await announced).postDataJSON()).toMatchObject({ name: '营业执照-1.jpg', type: 'image/jpeg' });
  expect((await announced).postDataJSON().bytes).toBeLessThan(photo.length / 2);
  await expect(page.getByRole('button', { name: '查看 营业执照-1.jpg' })).toBeVisible();
  const [kept] = await sql(
    `SELECT p."width", p."height" FROM "FilePage" p JOIN "File" f ON f."id" = p."fileId" WHERE f."name" = '营业执照-1.jpg' AND f."uploaderId" = (SELECT "id" FROM "Account" WHERE "phone" = $1)`,
    [applicant.phone],
  );
  expect(kept).toEqual({ width: 1316, height: 1754 });
});

test('the address of a step goes to the own phone and mailbox, and opens only after signing in, at that very step', async ({
  page,
  openPage,
  applicant,
}) => {
  await openDocuments(page, applicant, 'company');
  await page.getByText('换一台设备继续').click();
  await page.getByRole('button', { name: /^发短信到 1/ }).click();
  await expect(page.getByText('已发送，请在手机里查看')).toBeVisible();
  await page.getByLabel('电子邮件').fill(`${applicant.phone}@qq.com`);
  await page.getByRole('button', { name: '发邮件' }).click();
  await expect(page.getByText('已发送，请在邮箱里查看')).toBeVisible();
  const mails = () => sql(`SELECT "text" FROM "OutboxMail" WHERE "email" = $1`, [`${applicant.phone}@qq.com`]);
  await expect.poll(async () => (await mails()).length).toBe(1);
  const [link = ''] = /https?:\S+/.exec(String((await mails())[0]?.text)) ?? [];

  const other = await openPage({ width: 1280 });
  await other.goto(link);
  await expect(other).toHaveURL(/\/login\?next=%2Fapply%2Fdocuments$/);
  await other.getByLabel('手机号').fill(applicant.phone);
  await other.getByLabel('密码').fill(MEMBER_PASSWORD);
  await other.getByRole('button', { name: '登录' }).click();
  await expect(other).toHaveURL(/\/apply\/documents$/);
});

test('a transfer can be cancelled and leaves nothing behind', async ({ page, applicant }) => {
  await openDocuments(page, applicant, 'company');
  await page.route(TRANSFERS, () => undefined);
  await page.getByLabel('选择营业执照文件').setInputFiles({ name: '选错了.jpg', mimeType: 'image/jpeg', buffer: await sampleScan('执照') });
  await expect(page.getByRole('progressbar', { name: '选错了.jpg 上传进度' })).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('选错了.jpg')).toHaveCount(0);
});

test('pictures of pages stand in order, are moved and removed, and the preview shows them', async ({ openPage, applicant }) => {
  const page = await openPage({ width: 360 });
  await openDocuments(page, applicant, 'company');
  const pages = await Promise.all(
    ['甲', '乙', '丙'].map(async (name) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await sampleScan(name) })),
  );
  await page.getByLabel('选择信用承诺书文件').setInputFiles(pages);
  await expectOrder(page, ['甲', '乙', '丙']);
  await page.getByRole('button', { name: '丙.jpg 前移一页' }).click();
  await expectOrder(page, ['甲', '丙', '乙']);
  await page.getByRole('button', { name: '甲.jpg 后移一页' }).click();
  await expectOrder(page, ['丙', '甲', '乙']);
  await expect(page.getByRole('button', { name: '丙.jpg 前移一页' })).toBeDisabled();
  await page.getByRole('button', { name: '移除 甲.jpg' }).click();
  await expectOrder(page, ['丙', '乙']);
  await replace(page, '乙.jpg', '信用承诺书', { name: '丁.jpg', mimeType: 'image/jpeg', buffer: await sampleScan('丁') });
  await expectOrder(page, ['丙', '丁']);
  await page.reload();
  await expectOrder(page, ['丙', '丁']);

  await page.getByLabel('选择入会申请表文件').setInputFiles({ name: '申请表.pdf', mimeType: 'application/pdf', buffer: await blankPdf(3) });
  await page.getByRole('button', { name: '查看 申请表.pdf' }).click();
  const preview = page.getByRole('dialog', { name: '申请表.pdf' });
  for (const number of [1, 2, 3]) {
    const image = preview.getByRole('img', { name: `申请表.pdf 第 ${number} 页，共 3 页` });
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth)).toBeGreaterThan(500);
  }
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
});

test('the bytes go from the browser to where files are kept, and to nobody else', async ({ page, applicant }) => {
  await openDocuments(page, applicant, 'company');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'xhr') sent.push(new URL(request.url()).origin); // fetch reports no progress
  });
  await page.getByLabel('选择营业执照文件').setInputFiles({ name: '执照.jpg', mimeType: 'image/jpeg', buffer: await sampleScan('执照') });
  await expect(page.getByRole('button', { name: '查看 执照.jpg' })).toBeVisible();
  expect(sent).toEqual([new URL(onS3 ? (process.env.S3_TEST_ENDPOINT ?? '') : page.url()).origin]);
});

async function openDocuments(page: Page, applicant: Applicant, stage: 'company' | 'documents'): Promise<{ applicationId: string }> {
  const seeded = await seedApplication(applicant, stage);
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/apply/documents');
  return seeded;
}

async function replace(
  page: Page,
  old: string,
  label: string,
  file: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: `替换 ${old}` }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByLabel(`选择${label}文件`)).toHaveValue('');
}

/** The message stands in the document's own panel, beside its files. */
function refusalIn(page: Page, label: string, name: string) {
  const panel = page.getByRole('heading', { name: label, exact: true }).locator('xpath=ancestor::section');
  return panel.getByRole('alert').filter({ hasText: name });
}

async function expectOrder(page: Page, names: string[]): Promise<void> {
  const shown = page.getByRole('button', { name: /^查看/ });
  await expect
    .poll(() => shown.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label'))))
    .toEqual(names.map((name) => `查看 ${name}.jpg`));
}

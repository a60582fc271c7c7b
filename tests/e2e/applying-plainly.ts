import type { Locator, Page } from '@playwright/test';
import { fillCompany } from './applying';
import { expect, expectRefused } from './fixtures';
import type { Scans, Upload } from './scans';

/** The steps of an application in a browser without JavaScript; each leaves the page on the next step. */

export async function signInPlainly(page: Page, phone: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

export async function agreePlainly(page: Page): Promise<void> {
  await page.getByRole('button', { name: '同意' }).click();
  await expect(page).toHaveURL(/\/apply\/company/);
}

/** Both liaisons; what is wrong is said by the server, and nothing typed is lost on the way. */
export async function fillCompanyPlainly(page: Page): Promise<void> {
  await fillCompany(page);
  await page.getByRole('button', { name: '＋ 新增联络员' }).click();
  const second = page.getByRole('group', { name: '第 2 名联络员' });
  await expect(second.getByLabel('联络类型')).toHaveValue('second');
  await expect(page.getByLabel('企业基本情况')).toHaveValue('成立于 1998 年，近三年承建项目 126 项。');
  await second.getByLabel('姓名').fill('李雷');
  await second.getByLabel('部门').fill('市场部');
  await second.getByLabel('职务').fill('经理');
  await second.getByLabel('手机').fill('1380000');
  await second.getByLabel('邮箱').fill('lilei@qq.com');
  await page.getByLabel('邮编').fill('25');
  await page.getByLabel('邮编').press('Enter'); // presses 保存并继续, not a button beside a row
  await expectRefused(page, page.getByLabel('邮编'), '请填写 6 位数字');
  await expectRefused(page, second.getByLabel('手机'), '请填写 11 位手机号，以 1 开头');
  await expect(page.getByLabel('所在市').locator('option:checked')).toHaveText('济南市');
  await page.getByLabel('邮编').fill('250014');
  await second.getByLabel('手机').fill('13800009999');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page).toHaveURL(/\/apply\/documents/);
}

/** Uploads, with a wrong file first, a page replaced, the order changed and one removed. */
export async function uploadPlainly(page: Page, scans: Scans): Promise<void> {
  const [first, second] = scans.creditPledge;
  if (!first || !second) throw new Error('two pages are needed');
  await send(page, '营业执照', { name: 'IMG_0231.HEIC', mimeType: 'image/heic', buffer: Buffer.from('heic') });
  await expect(panel(page, '营业执照').getByRole('alert')).toContainText('HEIC 照片');
  await send(page, '营业执照', [scans.businessLicense, { name: '坏掉的.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no') }]);
  await expect(panel(page, '营业执照').getByRole('alert')).toHaveText(/^第 2 个文件没有接收：/);
  await expect(panel(page, '营业执照').getByRole('listitem')).toHaveCount(1);

  await send(page, '信用承诺书', [first, second, { ...first, name: '多余的一页.jpg' }]);
  await expectPages(page, '信用承诺书', [first.name, second.name, '多余的一页.jpg']);
  await page.getByRole('button', { name: `${second.name} 前移一页` }).click();
  await expectPages(page, '信用承诺书', [second.name, first.name, '多余的一页.jpg']);
  await page.getByRole('button', { name: '移除 多余的一页.jpg' }).click();
  await expectPages(page, '信用承诺书', [second.name, first.name]);
  await panel(page, '信用承诺书').getByRole('listitem').first().getByText('替换', { exact: true }).click();
  await page.getByLabel(`选择替换 ${second.name} 的文件`).setInputFiles({ ...first, name: '重新扫描.jpg' });
  await page.getByRole('button', { name: `替换 ${second.name}`, exact: true }).click();
  await expectPages(page, '信用承诺书', ['重新扫描.jpg', first.name]);

  await send(page, '入会申请表', scans.applicationForm);
  await expect(panel(page, '入会申请表')).toContainText('PDF，6 页');
  await page.getByRole('link', { name: '保存并继续' }).click();
  await expect(page).toHaveURL(/\/apply\/dues/);
}

export async function fileDuesPlainly(page: Page, scans: Scans): Promise<void> {
  await page.getByLabel('汇款日期').fill('2026-11-20');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expectRefused(page, page.getByLabel('银行流水号'), '请上传汇款凭证，或填写银行流水号，至少一项');
  await send(page, '汇款凭证', scans.transferVoucher, '二、上传汇款凭证');
  await expect(panel(page, '二、上传汇款凭证')).toContainText(scans.transferVoucher.name);
  await expect(page.getByLabel('汇款日期')).toHaveValue('2026-11-20');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page).toHaveURL(/\/apply\/review/);
}

export async function submitPlainly(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page).toHaveURL(/\/apply\/status/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审核');
}

export async function withdrawPlainly(page: Page): Promise<void> {
  await page.getByText('撤回申请', { exact: true }).click();
  await page.getByRole('button', { name: '确认撤回' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已撤回');
}

async function send(page: Page, label: string, files: Upload | Upload[], title = label): Promise<void> {
  await page.getByLabel(`选择${label}文件`).setInputFiles(files);
  await panel(page, title)
    .getByRole('button', { name: new RegExp(`^(上传|继续添加)${label}`) })
    .click();
  await expect(page).toHaveURL(/application=/);
}

function panel(page: Page, title: string): Locator {
  return page.getByRole('heading', { name: title, exact: true }).locator('xpath=ancestor::section');
}

async function expectPages(page: Page, title: string, names: string[]): Promise<void> {
  const shown = panel(page, title).getByRole('button', { name: /^移除/ });
  await expect(shown).toHaveCount(names.length);
  expect(await shown.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))).toEqual(
    names.map((name) => `移除 ${name}`),
  );
}

import type { Page } from '@playwright/test';
import { type Applicant, expect, readSms } from './fixtures';
import type { Scans } from './scans';

/** The steps of an application as an applicant takes them; each leaves the page on the next step. */

export async function register(page: Page, { company, uscc, person, phone, password }: Applicant): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('企业中文全称').fill(company);
  await page.getByLabel('信用代码').fill(uscc);
  await page.getByLabel('姓名').fill(person);
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText('验证码已发送')).toBeVisible();
  const code = /验证码 (\d{6})/.exec(await readSms(page, phone, /验证码/))?.[1] ?? '';
  await page.getByLabel('验证码').fill(code);
  await page.getByLabel(/^\*?密码/).fill(password);
  await page.getByLabel('确认密码').fill(password);
  await page.getByRole('checkbox', { name: /隐私政策/ }).check();
  await page.getByRole('button', { name: '注册', exact: true }).click();
  await expect(page).toHaveURL(/\/apply\/charter/);
}

export async function agreeCharter(page: Page): Promise<void> {
  await page.getByRole('button', { name: '同意' }).click();
  await expect(page).toHaveURL(/\/apply\/company/);
}

export async function fillCompany(page: Page): Promise<void> {
  await page.getByLabel('所属行业').selectOption({ label: '房屋建筑' });
  await page.getByLabel('所属领域').selectOption({ label: '施工总承包' });
  await page.getByLabel('所在省').selectOption({ label: '山东省' });
  await page.getByLabel('所在市').selectOption({ label: '济南市' });
  await page.getByLabel('邮编').fill('250014');
  await page.getByLabel('通讯地址').fill('山东省济南市历下区经十路 9999 号');
  await page.getByLabel('法定代表人').fill('李卫东');
  await page.getByLabel('企业类型').selectOption({ label: '民营企业' });
  await page.getByLabel('所属系统').selectOption({ label: '民营' });
  await page.getByLabel('企业基本情况').fill('成立于 1998 年，近三年承建项目 126 项。');
  await page.getByLabel('部门').fill('企业管理部');
  await page.getByLabel('职务').fill('主任');
  await page.getByLabel('邮箱').fill('hanmei@qq.com');
  await page.getByRole('checkbox', { name: '建筑工程施工总承包特级' }).check();
}

export async function saveCompany(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page).toHaveURL(/\/apply\/documents/);
}

export async function uploadDocuments(page: Page, scans: Scans): Promise<void> {
  await page.getByLabel('选择入会申请表文件').setInputFiles(scans.applicationForm);
  await page.getByLabel('选择信用承诺书文件').setInputFiles(scans.creditPledge);
  await page.getByLabel('选择营业执照文件').setInputFiles(scans.businessLicense);
  await page.getByRole('link', { name: '保存并继续' }).click({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/apply\/dues/);
}

export async function fileDues(page: Page, scans: Scans): Promise<void> {
  await page.getByLabel('选择汇款凭证文件').setInputFiles(scans.transferVoucher);
  await expect(page.getByRole('button', { name: `查看 ${scans.transferVoucher.name}` })).toBeVisible();
  await page.getByLabel('汇款日期').fill('2026-11-20');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page).toHaveURL(/\/apply\/review/);
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /提交申请/ }).click();
  await expect(page).toHaveURL(/\/apply\/status/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审核');
}

import type { Page } from '@playwright/test';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { type Applicant, expect, expectRefused, sql, test } from './fixtures';
import { signInByRequest } from './people';
import { seedApplication } from './seeding';

type Rule = { label: string | RegExp; typed: string; says: string | RegExp };

const companyRules: Rule[] = [
  { label: '单位名称', typed: '建工', says: '企业全称至少 4 个字，请按营业执照填写' },
  { label: '统一社会信用代码', typed: '91110000', says: '统一社会信用代码应为 18 位，请按营业执照填写' },
  { label: '邮编', typed: '10008', says: '请填写 6 位数字' },
  { label: '邮编', typed: '000000', says: '请填写 6 位数字' },
  { label: '通讯地址', typed: '', says: '请填写通讯地址' },
  { label: '通讯地址', typed: '海淀区', says: /请写全能收到文件的地址/ },
  { label: '法定代表人', typed: '张三公司1', says: '请填写真实姓名，例如：张建国' },
  { label: '企业基本情况', typed: '', says: '请填写企业基本情况' },
  { label: '企业基本情况', typed: '企'.repeat(401), says: '企业基本情况不能超过 400 个字' },
  { label: '姓名', typed: '', says: '请填写姓名' },
  { label: '部门', typed: '', says: '请填写部门' },
  { label: '职务', typed: '', says: '请填写职务' },
  { label: '手机', typed: '138', says: '请填写 11 位手机号，以 1 开头' },
  { label: '邮箱', typed: 'hanmei#qq.com', says: '请填写正确的邮箱，例如：12345678@qq.com' },
];

const duesRules: Rule[] = [
  { label: /^\*?单位名称/, typed: '', says: '请填写企业中文全称' },
  { label: '信用代码', typed: '9111', says: '统一社会信用代码应为 18 位，请按营业执照填写' },
  { label: '交费人', typed: '', says: '请填写交费人' },
  { label: '交费人', typed: '山东泰岳建设有限公司', says: '请填写经办人的姓名，不要填写单位名称' },
  { label: '手机号', typed: '010-63253429', says: '请填写 11 位手机号，以 1 开头' },
  { label: '电子邮箱', typed: 'hanmei', says: '请填写正确的邮箱，例如：12345678@qq.com' },
  { label: '汇款账户户名', typed: '', says: '请填写汇款账户户名' },
  { label: '汇款日期', typed: '', says: '请选择汇款日期' },
  { label: '汇款日期', typed: '2099-01-01', says: '汇款日期不能晚于今天' },
  { label: '汇款日期', typed: '1999-12-31', says: '请核对汇款日期的年份' },
  { label: '汇款金额', typed: '', says: '请填写汇款金额' },
  { label: '汇款金额', typed: '三千', says: '请填写金额，例如 3000 或 3000.00' },
  { label: '汇款金额', typed: '-3000', says: '请填写金额，例如 3000 或 3000.00' },
  { label: '汇款金额', typed: '0', says: '请填写金额，例如 3000 或 3000.00' },
  { label: '银行流水号', typed: '见回单', says: '流水号应为 4–40 位数字或字母，请照回单填写' },
  { label: '汇款账号', typed: '12-34', says: '账号应为 6–32 位数字，可以不填' },
];

test('each rule of the company step says what to do at the field and in the summary, and what was typed stays', async ({
  page,
  applicant,
}) => {
  await openStep(page, applicant, 'company');
  await expectEach(page, companyRules);

  await page.getByLabel('所在省').selectOption({ label: '山东省' });
  await save(page);
  await expectRefused(page, page.getByLabel('所在市'), '请选择所在市');
  await page.getByLabel('所在市').selectOption({ label: '济南市' });
  await expect(page.getByText('地址里没有写山东省、济南市')).toBeVisible();
  await page.getByLabel('所属行业').selectOption({ label: '请选择' });
  await save(page);
  await expectRefused(page, page.getByLabel('所属行业'), '请选择所属行业');
});

test('two liaisons need different phones and one of each kind, and 无 excludes the other qualifications', async ({ page, applicant }) => {
  await openStep(page, applicant, 'company');
  await page.getByRole('button', { name: '＋ 新增联络员' }).click();
  const second = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: '移除第 2 名联络员' }) });
  await second.getByLabel('姓名').fill('李雷');
  await second.getByLabel('部门').fill('市场部');
  await second.getByLabel('职务').fill('经理');
  await second.getByLabel('手机').fill(applicant.phone);
  await second.getByLabel('邮箱').fill('lilei@qq.com');
  await save(page);
  await expectRefused(page, second.getByLabel('手机'), '两名联络员的手机号不能相同');
  await second.getByLabel('联络类型').selectOption({ label: '第一联络员' });
  await save(page);
  await expectRefused(page, second.getByLabel('联络类型'), '第一联络员、第二联络员各一名');
  await second.getByRole('button', { name: '移除第 2 名联络员' }).click();
  await expect(page.getByRole('button', { name: /移除第/ })).toHaveCount(0);

  await page.getByRole('checkbox', { name: '无', exact: true }).check();
  await expect(page.getByRole('checkbox', { name: '建筑工程施工总承包特级' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: '建筑工程施工总承包特级' }).check();
  await expect(page.getByRole('checkbox', { name: '无', exact: true })).not.toBeChecked();
  await page.getByRole('checkbox', { name: '建筑工程施工总承包特级' }).uncheck();
  await save(page);
  await expect(page.getByRole('alert').getByRole('link', { name: '请选择特级资质；没有请选择“无”' })).toBeVisible();
  await expect(page.getByRole('group', { name: /特级资质/ })).toContainText('请选择特级资质；没有请选择“无”');
});

test('each rule of the dues step says what to do at the field and in the summary, and what was typed stays', async ({
  page,
  applicant,
}) => {
  await openStep(page, applicant, 'dues');
  await page.goto('/apply/dues');
  await expectEach(page, duesRules);

  await page.getByLabel('汇款金额').fill('2990');
  await expect(page.getByText('应交 ¥3,000.00，请核对实际汇款金额。')).toBeVisible();
  await page.getByLabel('电子邮箱').fill('caiwu@taiyue.com.cn');
  await expect(page.getByText('企业邮箱常会屏蔽票据邮件')).toBeVisible();
  await page.getByLabel('银行流水号').fill('');
  await save(page);
  await expectRefused(page, page.getByLabel('银行流水号'), '请上传汇款凭证，或填写银行流水号，至少一项');
  await expect(page.getByLabel('汇款金额')).toHaveValue('2990');
  await expect(page.getByLabel('电子邮箱')).toHaveValue('caiwu@taiyue.com.cn');
});

test('a double click on 提交申请 submits once and files the dues once', async ({ page, applicant }) => {
  const { applicationId } = await openStep(page, applicant, 'dues');
  await page.goto('/apply/review');
  await page.getByRole('button', { name: '提交申请' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审核');
  expect(await counts(applicationId)).toEqual({ snapshots: 1, events: 1, filings: 1, filingEvents: 1, charges: 1 });
});

test('submitting in two windows submits once, and the second one shows how things stand', async ({ page, applicant }) => {
  const { applicationId } = await openStep(page, applicant, 'dues');
  const other = await page.context().newPage();
  await Promise.all([page.goto('/apply/review'), other.goto('/apply/review')]);
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审核');
  await other.getByRole('button', { name: '提交申请' }).click();
  await expect(other.getByText('这一项刚刚已经被处理过了，请刷新查看结果。')).toBeVisible();
  expect(await counts(applicationId)).toEqual({ snapshots: 1, events: 1, filings: 1, filingEvents: 1, charges: 1 });
});

test('a double click on a corrected filing files it once', async ({ page, applicant }) => {
  const { applicationId } = await openStep(page, applicant, 'submitted');
  await sql(
    `UPDATE "Filing" SET "state" = 'returned', "reason" = '流水号查不到', "decidedAt" = clock_timestamp() WHERE "applicationId" = $1`,
    [applicationId],
  );
  await page.goto('/apply/dues');
  await page.getByLabel('银行流水号').fill('SN20261124');
  await page.getByRole('button', { name: '保存并继续' }).dblclick();
  await expect(page).toHaveURL(/\/apply\/status/);
  await expect(page.getByText('等待财务确认到账')).toBeVisible();
  expect(await counts(applicationId)).toEqual({ snapshots: 1, events: 1, filings: 1, filingEvents: 2, charges: 1 });
});

async function openStep(page: Page, applicant: Applicant, stage: 'company' | 'dues' | 'submitted'): Promise<{ applicationId: string }> {
  const seeded = await seedApplication(applicant, stage);
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/apply/company');
  return seeded;
}

async function expectEach(page: Page, rules: Rule[]): Promise<void> {
  for (const { label, typed, says } of rules) {
    const field = page.getByLabel(label);
    const right = await field.inputValue();
    await field.fill(typed);
    await save(page);
    await expectRefused(page, field, says);
    await expect(field).toHaveValue(typed);
    await field.fill(right);
  }
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存并继续' }).click();
}

async function counts(applicationId: string): Promise<unknown> {
  const [row] = await sql(
    `SELECT (SELECT count(*)::int FROM "ApplicationSnapshot" WHERE "applicationId" = $1) AS "snapshots",
       (SELECT count(*)::int FROM "ApplicationEvent" WHERE "applicationId" = $1) AS "events",
       (SELECT count(*)::int FROM "Filing" WHERE "applicationId" = $1) AS "filings",
       (SELECT count(*)::int FROM "FilingEvent" e JOIN "Filing" f ON f."id" = e."filingId" WHERE f."applicationId" = $1) AS "filingEvents",
       (SELECT count(*)::int FROM "Charge" WHERE "applicationId" = $1) AS "charges"`,
    [applicationId],
  );
  return row;
}

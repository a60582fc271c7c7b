import type { Page } from '@playwright/test';
import { sampleUscc } from '../../prisma/seed/companies';
import { type Applicant, expect, expectRefused, readSms, sql, test } from './fixtures';

/** Registering: what each rule says when it refuses, at the field and in the summary. */
const rules: { label: string | RegExp; typed: string; says: string | RegExp }[] = [
  { label: '企业中文全称', typed: '', says: '请填写企业中文全称' },
  { label: '企业中文全称', typed: '建工', says: '企业全称至少 4 个字，请按营业执照填写' },
  { label: '企业中文全称', typed: 'Taiyue Construction', says: /企业全称只能有汉字/ },
  { label: '企业中文全称', typed: 'TaiyueConstruction', says: '请填写企业的中文全称' },
  { label: '信用代码', typed: '', says: '请填写统一社会信用代码' },
  { label: '信用代码', typed: '9111000', says: '统一社会信用代码应为 18 位，请按营业执照填写' },
  { label: '信用代码', typed: '91110000MAI2345678', says: /由数字和大写字母组成（没有 I、O、S、V、Z）/ },
  { label: '姓名', typed: '', says: '请填写姓名' },
  { label: '姓名', typed: '韩1', says: '请填写真实姓名，例如：张建国' },
  { label: '手机号', typed: '', says: '请填写手机号' },
  { label: '手机号', typed: '12345678901', says: '请填写 11 位手机号，以 1 开头' },
  { label: '验证码', typed: '12345', says: '请填写短信中的 6 位数字' },
  { label: /^\*?密码/, typed: '', says: '请设置密码' },
  { label: /^\*?密码/, typed: 'duan-mima', says: '密码至少 10 个字符，可以是一句好记的话' },
  { label: '确认密码', typed: '', says: '请再次填写密码' },
];

/** What only a form that is otherwise right is told. */
const passwords = (applicant: Applicant) => [
  { typed: '1234567890', again: '1234567890', says: /太容易被猜到/ },
  { typed: 'aaaaaaaaaaaa', again: 'aaaaaaaaaaaa', says: /太容易被猜到/ },
  { typed: `${applicant.phone}!`, again: `${applicant.phone}!`, says: /不含企业名称、手机号/ },
  { typed: `${applicant.company}2026`, again: `${applicant.company}2026`, says: /不含企业名称、手机号/ },
];

test('each registration rule says what to do at the field and in the summary, and what was typed stays', async ({ page, applicant }) => {
  await page.goto('/register');
  await page.getByRole('button', { name: '注册', exact: true }).click();
  await expect(page.getByText('有 8 处需要修改')).toBeVisible();
  await fill(page, applicant, '123456');
  for (const { label, typed, says } of rules) {
    const field = page.getByLabel(label);
    const right = await field.inputValue();
    await field.fill(typed);
    await send(page);
    await expectRefused(page, field, says);
    await expect(field).toHaveValue(typed);
    await field.fill(right);
  }
  for (const { typed, again, says } of passwords(applicant)) {
    await page.getByLabel(/^\*?密码/).fill(typed);
    await page.getByLabel('确认密码').fill(again);
    await send(page);
    await expectRefused(page, page.getByLabel(/^\*?密码/), says);
  }
  await page.getByLabel(/^\*?密码/).fill(applicant.password);
  await send(page);
  await expectRefused(page, page.getByLabel('确认密码'), '两次填写的密码不一致');
  await page.getByLabel('确认密码').fill(applicant.password);
  await page.getByRole('checkbox', { name: /隐私政策/ }).uncheck();
  await send(page);
  await expectRefused(page, page.getByRole('checkbox', { name: /隐私政策/ }), '请阅读并同意隐私政策');
  await expect(page.getByLabel('企业中文全称')).toHaveValue(applicant.company);
  await expect(page.getByLabel('信用代码')).toHaveValue(applicant.uscc);
  await expect(page.getByLabel('手机号')).toHaveValue(applicant.phone);
});

test('a link of the summary leads to its field, and a corrected line is ticked in its place', async ({ page }) => {
  await page.goto('/register');
  await send(page);
  await page.getByRole('alert').getByRole('link', { name: '姓名：请填写姓名' }).click();
  await expect(page.getByLabel('姓名')).toBeFocused();
  await page.keyboard.type('韩梅');
  await expect(page.getByLabel('姓名')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('alert').getByRole('link', { name: /已修改.*请填写姓名/ })).toBeVisible();
});

test('a credit code whose check character is off is taken only after 核对无误，继续提交', async ({ page, applicant }) => {
  await page.goto('/register');
  const code = await sendCode(page, applicant);
  const right = sampleUscc(Number(applicant.uscc.slice(10, 16)));
  const doubtful = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
  await fill(page, applicant, code);
  await page.getByLabel('信用代码').fill(doubtful);
  await expect(page.getByText('校验位不符，请对照营业执照再核对一遍。')).toBeVisible();
  await send(page);
  const confirm = page.getByRole('checkbox', { name: '核对无误，继续提交' });
  await expectRefused(page, confirm, /校验位不符.*勾选“核对无误，继续提交”/);
  await confirm.check();
  await send(page);
  await expect(page).toHaveURL(/\/apply\/charter/);
});

test('a wrong, an expired and a used SMS code each say so, and nothing else that was typed is lost', async ({ page, applicant }) => {
  await page.goto('/register');
  const code = await sendCode(page, applicant);
  const wrong = code === '000000' ? '000001' : '000000';
  await fill(page, applicant, wrong);
  await send(page);
  const field = page.getByLabel('验证码');
  await expectRefused(page, field, '验证码不对，请核对短信中的 6 位数字');
  await expect(page.getByLabel('企业中文全称')).toHaveValue(applicant.company);
  await expect(page.getByRole('checkbox', { name: /隐私政策/ })).toBeChecked();

  await sql(`UPDATE "SmsChallenge" SET "usedAt" = clock_timestamp() WHERE "phone" = $1`, [applicant.phone]);
  await field.fill(code);
  await fillPasswords(page, applicant);
  await send(page);
  await expectRefused(page, field, '验证码已使用过，请重新获取');

  await sql(`UPDATE "SmsChallenge" SET "usedAt" = NULL, "expiresAt" = clock_timestamp() WHERE "phone" = $1`, [applicant.phone]);
  await fillPasswords(page, applicant);
  await field.fill(wrong);
  await field.fill(code);
  await send(page);
  await expectRefused(page, field, '验证码已失效，请重新获取');
  expect(await sql(`SELECT 1 FROM "Account" WHERE "phone" = $1`, [applicant.phone])).toEqual([]);
});

test('five wrong codes use a code up', async ({ page, applicant }) => {
  await page.goto('/register');
  const code = await sendCode(page, applicant);
  await sql(`UPDATE "SmsChallenge" SET "tries" = 5 WHERE "phone" = $1`, [applicant.phone]);
  await fill(page, applicant, code);
  await send(page);
  await expectRefused(page, page.getByLabel('验证码'), '验证码已失效，请重新获取');
});

test('asking for a code too soon is told when to try again', async ({ page, applicant }) => {
  await page.goto('/register');
  await sendCode(page, applicant);
  await expect(page.getByRole('button', { name: /\d+ 秒后可重发/ })).toBeVisible();
  await page.reload();
  await page.getByLabel('手机号').fill(applicant.phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText(/操作太频繁，请在 2026年\d+月\d+日 \d\d:\d\d 之后再试/)).toBeVisible();
  await expect(page.getByLabel('手机号')).toHaveValue(applicant.phone);
});

test('a double click on 注册 makes one account and one application', async ({ page, applicant }) => {
  await page.goto('/register');
  await fill(page, applicant, await sendCode(page, applicant));
  await page.getByRole('button', { name: '注册', exact: true }).dblclick();
  await expect(page).toHaveURL(/\/apply\/charter/);
  const made = await sql(
    `SELECT count(DISTINCT a."id")::int AS "accounts", count(p."id")::int AS "applications"
     FROM "Account" a JOIN "Application" p ON p."registrantId" = a."id" WHERE a."phone" = $1`,
    [applicant.phone],
  );
  expect(made).toEqual([{ accounts: 1, applications: 1 }]);
});

test('without JavaScript the server says the same, and keeps what was typed', async ({ openPage, applicant }) => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto('/register');
  await page.getByLabel('企业中文全称').fill(applicant.company);
  await page.getByLabel('信用代码').fill('9111000');
  await page.getByLabel('手机号').fill(applicant.phone);
  await send(page);
  await expectRefused(page, page.getByLabel('信用代码'), '统一社会信用代码应为 18 位，请按营业执照填写');
  await expectRefused(page, page.getByLabel('姓名'), '请填写姓名');
  await expect(page.getByLabel('企业中文全称')).toHaveValue(applicant.company);
  await expect(page.getByLabel('信用代码')).toHaveValue('9111000');
});

async function sendCode(page: Page, { phone }: Applicant): Promise<string> {
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText('验证码已发送')).toBeVisible();
  return /验证码 (\d{6})/.exec(await readSms(page, phone, /验证码/))?.[1] ?? '';
}

async function fill(page: Page, applicant: Applicant, code: string): Promise<void> {
  await page.getByLabel('企业中文全称').fill(applicant.company);
  await page.getByLabel('信用代码').fill(applicant.uscc);
  await page.getByLabel('姓名').fill(applicant.person);
  await page.getByLabel('手机号').fill(applicant.phone);
  await page.getByLabel('验证码').fill(code);
  await fillPasswords(page, applicant);
  await page.getByRole('checkbox', { name: /隐私政策/ }).check();
}

async function fillPasswords(page: Page, { password }: Applicant): Promise<void> {
  await page.getByLabel(/^\*?密码/).fill(password);
  await page.getByLabel('确认密码').fill(password);
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: '注册', exact: true }).click();
}

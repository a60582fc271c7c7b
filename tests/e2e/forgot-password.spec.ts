import type { Page } from '@playwright/test';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { type Applicant, expect, expectRefused, readSms, signIn, signOut, sql, test } from './fixtures';
import { signInByRequest } from './people';
import { seedApplication } from './seeding';

const NEW_PASSWORD = 'xin de yi ju hua';

for (const { name, path } of [
  { name: 'a forgotten password', path: '/forgot-password' },
  { name: 'a first sign-in', path: '/first-login' },
]) {
  test(`${name} is answered the same for a phone that nobody registered, and sends it nothing`, async ({ openPage, applicant }) => {
    await seedApplication(applicant, 'registered');
    const unknown = `19${applicant.phone.slice(2)}`;
    const answers: string[] = [];
    const bytes: string[] = [];
    for (const phone of [applicant.phone, unknown]) {
      const page = await openPage();
      await page.goto(path);
      await keepAnswers(page, path, (answer) => bytes.push(plain(answer, phone)));
      await askForCode(page, phone);
      const said = page.getByText('如果这个手机号已登记，验证码已经发出，5 分钟内有效。');
      answers.push((await said.textContent()) ?? '');
      await fillPasswords(page, '000000');
      await page.getByRole('button', { name: '设置新密码' }).click();
      await expectRefused(page, page.getByLabel('验证码'), '验证码不对，请核对短信中的 6 位数字');
    }
    expect(answers[0]).toBe(answers[1]);
    expect(bytes).toHaveLength(4); // the code, the refusal, of each phone
    expect(bytes.slice(0, 2)).toEqual(bytes.slice(2));
    await expect.poll(() => sql(`SELECT 1 AS "sent" FROM "OutboxSms" WHERE "phone" = $1`, [applicant.phone])).toEqual([{ sent: 1 }]);
    expect(await sql(`SELECT 1 FROM "OutboxSms" WHERE "phone" = $1`, [unknown])).toEqual([]);
  });
}

test('with a new password the old one and every open session are worth nothing', async ({ openPage, applicant }) => {
  await seedApplication(applicant, 'registered');
  const elsewhere = await openPage();
  await signInByRequest(elsewhere.request, applicant.phone, MEMBER_PASSWORD);
  expect((await elsewhere.goto('/apply'))?.status()).toBe(200);

  const page = await openPage({ width: 360 });
  await setNewPassword(page, applicant);
  await expect(page).toHaveURL(/\/apply\/charter/);
  await signOut(page);

  await elsewhere.goto('/apply');
  await expect(elsewhere.getByText('登录已超时，请重新登录')).toBeVisible();
  await tryPassword(page, applicant, MEMBER_PASSWORD);
  await expect(page.getByText('手机号或密码不对，请重新填写。')).toBeVisible();
  await signIn(page, applicant.phone, NEW_PASSWORD);
  await expect(page).toHaveURL(/\/apply\/charter/);
});

test('a wrong password and an unknown phone are answered alike, and the sixth try is told when to come back', async ({
  page,
  applicant,
}) => {
  await seedApplication(applicant, 'registered');
  for (const phone of [`19${applicant.phone.slice(2)}`, ...Array.from({ length: 5 }, () => applicant.phone)]) {
    await tryPassword(page, { ...applicant, phone }, 'bu shi zhe ge mima');
    await expect(page.getByText('手机号或密码不对，请重新填写。')).toBeVisible();
    await expect(page.getByLabel('手机号')).toHaveValue(phone);
  }
  await tryPassword(page, applicant, MEMBER_PASSWORD);
  await expect(page.getByText(/操作太频繁，请在 2026年\d+月\d+日 \d\d:\d\d 之后再试/)).toBeVisible();
});

async function setNewPassword(page: Page, applicant: Applicant): Promise<void> {
  await page.goto('/forgot-password');
  await askForCode(page, applicant.phone);
  // As a phone does that has forgotten the page while the SMS was read.
  await page.reload();
  await expect(page.getByLabel('手机号')).toHaveValue(applicant.phone);
  await fillPasswords(page, await codeOf(page, applicant));
  await page.getByRole('button', { name: '设置新密码' }).click();
}

/** Lets a test see what the page's actions are answered, to the byte. */
async function keepAnswers(page: Page, path: string, keep: (answer: string) => void): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    keep(await response.text());
    return route.fulfill({ response });
  });
}

/** An answer without what is random in every answer, and the phone itself. */
function plain(text: string, phone: string): string {
  return text
    .replaceAll(phone, 'PHONE')
    .replace(/"solution":"(?:[^"\\]|\\.)*"/g, 'SOLUTION')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/"flow":"[\w-]{22}"/g, 'FLOW');
}

async function askForCode(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText('如果这个手机号已登记')).toBeVisible();
}

async function codeOf(page: Page, { phone }: Applicant): Promise<string> {
  return /验证码 (\d{6})/.exec(await readSms(page, phone, /验证码/))?.[1] ?? '';
}

async function fillPasswords(page: Page, code: string): Promise<void> {
  await page.getByLabel('验证码').fill(code);
  await page.getByLabel('新密码').fill(NEW_PASSWORD);
  await page.getByLabel('确认密码').fill(NEW_PASSWORD);
}

async function tryPassword(page: Page, { phone }: Applicant, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

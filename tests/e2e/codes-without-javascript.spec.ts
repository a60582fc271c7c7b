import type { Page } from '@playwright/test';
import { type Applicant, expect, expectRefused, readSms, sql, test } from './fixtures';
import { readPicture } from './pictures';
import { seedApplication } from './seeding';

/** Having a code sent, and what follows, in a browser that runs no JavaScript. */

const NEW_PASSWORD = 'xin de yi ju hua';
const codeField = (page: Page) => page.getByRole('textbox', { name: '验证码', exact: true });
const pictureField = (page: Page) => page.getByRole('textbox', { name: '图片验证码' });
const ask = (page: Page) => page.getByRole('button', { name: '获取验证码' }).click();

for (const width of [360, 1280]) {
  test(`a company registers with a picture instead of proof of work, at ${width} px`, async ({ openPage, applicant }) => {
    const page = await openPage({ width, javaScriptEnabled: false });
    await page.goto('/register');
    await expectNarrow(page);
    await page.getByLabel('企业中文全称').fill(applicant.company);
    await page.getByLabel('信用代码').fill(applicant.uscc);
    await page.getByLabel('姓名').fill(applicant.person);
    await page.getByLabel('手机号').fill('1380000');
    await page.getByLabel(/^\*?密码/).fill(applicant.password);
    await page.getByRole('checkbox', { name: /隐私政策/ }).check();

    await test.step('a wrong phone, an unread and a wrong picture each say so at the field and in the summary', async () => {
      await ask(page);
      await expectRefused(page, page.getByLabel('手机号'), '请填写 11 位手机号，以 1 开头');
      await page.getByLabel('手机号').fill(applicant.phone);
      await ask(page);
      await expectRefused(page, pictureField(page), '请看图填写图中的 5 个字符');
      await readPicture(page, 'register', 'WWWWW');
      await ask(page);
      await expectRefused(page, pictureField(page), '图中的字符不对，请按新的图片再填一次');
      await expect(pictureField(page)).toHaveValue('');
      await expect(pictureField(page)).toBeFocused();
      await expectNarrow(page);
    });

    await test.step('换一张 brings another picture, and keeps what was typed', async () => {
      const before = await page.getByRole('img', { name: /图片验证码/ }).getAttribute('src');
      await page.getByRole('button', { name: '换一张' }).click();
      expect(await page.getByRole('img', { name: /图片验证码/ }).getAttribute('src')).not.toBe(before);
      await expect(pictureField(page)).toBeFocused();
      await expectKept(page, applicant);
    });

    await readPicture(page, 'register');
    await page.getByLabel(/^\*?密码/).fill(applicant.password);
    await ask(page);
    await expect(page.getByText('验证码已发送，5 分钟内有效。')).toBeInViewport();
    await expect(codeField(page)).toBeFocused();
    await expectKept(page, applicant);
    await expectNarrow(page);
    expect(await page.content()).not.toContain(applicant.password);

    await codeField(page).fill('000000');
    await fillPasswords(page, applicant.password);
    await page.getByRole('button', { name: '注册', exact: true }).click();
    await expectRefused(page, codeField(page), '验证码不对，请核对短信中的 6 位数字');
    await expectKept(page, applicant);

    await codeField(page).fill(await codeOf(page, applicant));
    await fillPasswords(page, applicant.password);
    await page.getByLabel('确认密码').press('Enter');
    await expect(page).toHaveURL(/\/apply\/charter/);
    expect(await sql(`SELECT 1 FROM "Message" WHERE "phone" = $1`, [applicant.phone])).toHaveLength(1);
  });
}

for (const { name, path } of [
  { name: 'a forgotten password is set anew', path: '/forgot-password' },
  { name: 'a first password is set', path: '/first-login' },
]) {
  test(`${name} with a picture`, async ({ openPage, applicant }) => {
    await seedApplication(applicant, 'registered');
    const page = await openPage({ width: 360, javaScriptEnabled: false });
    await page.goto(path);
    await page.getByLabel('手机号').fill(applicant.phone);
    await readPicture(page, 'resetPassword');
    await ask(page);
    await expect(page.getByText('如果这个手机号已登记，验证码已经发出，5 分钟内有效。')).toBeVisible();
    await expect(page.getByLabel('手机号')).toHaveValue(applicant.phone);
    await codeField(page).fill(await codeOf(page, applicant));
    await fillPasswords(page, NEW_PASSWORD);
    await page.getByRole('button', { name: '设置新密码' }).click();
    await expect(page).toHaveURL(/\/apply\/charter/);
  });
}

test('a phone that nobody registered is answered the same, with a picture too', async ({ openPage, applicant }) => {
  await seedApplication(applicant, 'registered');
  const answers: string[] = [];
  for (const phone of [applicant.phone, `19${applicant.phone.slice(2)}`]) {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto('/forgot-password');
    await page.getByLabel('手机号').fill(phone);
    await readPicture(page, 'resetPassword');
    await ask(page);
    await expect(page.getByText('如果这个手机号已登记')).toBeVisible();
    answers.push(plain(await page.locator('main').innerHTML(), phone));
  }
  expect(answers[0]).toBe(answers[1]);
});

test('asking too soon is told when to try again, and nothing is lost', async ({ openPage, applicant }) => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto('/register');
  await page.getByLabel('企业中文全称').fill(applicant.company);
  await page.getByLabel('手机号').fill(applicant.phone);
  for (const said of [/验证码已发送/, /操作太频繁，请在 2026年\d+月\d+日 \d\d:\d\d 之后再试/]) {
    await readPicture(page, 'register');
    await ask(page);
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByLabel('企业中文全称')).toHaveValue(applicant.company);
  }
  // The first code is still good: the page has kept under which number it was sent.
  expect(await page.locator('input[name="flow"]').inputValue()).toMatch(/^[\w-]{22}$/);
});

/** Without what differs from page to page by its nature: random ids, and the phone itself. */
function plain(html: string, phone: string): string {
  return html
    .replaceAll(phone, 'PHONE')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/(flow(?:&quot;:&quot;|" value="))[\w-]{22}/g, '$1FLOW');
}

// Axe needs JavaScript; it looks at the same fields in accessibility.spec.ts.
async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
}

async function expectKept(page: Page, applicant: Applicant): Promise<void> {
  await expect(page.getByLabel('企业中文全称')).toHaveValue(applicant.company);
  await expect(page.getByLabel('信用代码')).toHaveValue(applicant.uscc);
  await expect(page.getByLabel('姓名')).toHaveValue(applicant.person);
  await expect(page.getByLabel('手机号')).toHaveValue(applicant.phone);
  await expect(page.getByRole('checkbox', { name: /隐私政策/ })).toBeChecked();
  await expect(page.getByLabel(/^\*?密码/)).toHaveValue('');
}

async function codeOf(page: Page, { phone }: Applicant): Promise<string> {
  return /验证码 (\d{6})/.exec(await readSms(page, phone, /验证码/))?.[1] ?? '';
}

async function fillPasswords(page: Page, password: string): Promise<void> {
  await page.getByLabel(/^\*?(新)?密码/).fill(password);
  await page.getByLabel('确认密码').fill(password);
}

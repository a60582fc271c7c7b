import type { Page } from '@playwright/test';
import { type Applicant, expect, expectRefused, readSms, sql, test } from './fixtures';
import { readPicture } from './pictures';

const smsTo = (phone: string) => sql(`SELECT "state"::text FROM "Message" WHERE "phone" = $1`, [phone]);
const ask = (page: Page) => page.getByRole('button', { name: '获取验证码' }).click();

test('the browser does its work while the phone is typed, in a worker of its own, and nobody sees a puzzle', async ({
  page,
  applicant,
}) => {
  await page.goto('/register');
  const [challenge, worker] = [page.waitForResponse('**/api/challenges/register'), page.waitForEvent('worker')];
  await page.getByLabel('手机号').pressSequentially(applicant.phone.slice(0, 3));
  expect((await challenge).headers()['cache-control']).toBe('no-store');
  expect(new URL((await worker).url()).origin).toBe(new URL(page.url()).origin);
  await page.getByLabel('手机号').fill(applicant.phone);

  await ask(page);

  await expect(page.getByText('验证码已发送')).toBeVisible();
  await expect(page.getByText('图片验证码')).toHaveCount(0);
  expect(await readSms(page, applicant.phone, /验证码/)).toMatch(/验证码 \d{6}/);
});

test('what was sent once, recorded and sent again gets no second SMS', async ({ page, applicant }) => {
  await page.goto('/register');
  await page.getByLabel('手机号').fill(applicant.phone);
  const sending = page.waitForRequest((request) => request.method() === 'POST');
  await ask(page);
  const request = await sending;
  await expect(page.getByText('验证码已发送')).toBeVisible();
  await sql(`DELETE FROM "Limit" WHERE "key" = $1`, [`sms:phone:${applicant.phone}`]);

  const again = await page.request.post(request.url(), { headers: await request.allHeaders(), data: request.postDataBuffer() ?? '' });

  expect(await again.text()).toContain('发送前的安全检查已过期');
  expect(await smsTo(applicant.phone)).toHaveLength(1);
});

test('a request without any work gets no SMS', async ({ page, applicant }) => {
  await page.goto('/register');
  await page.route('**/register', async (route) => {
    const body = route.request().postData() ?? '';
    await route.continue({ postData: body.replace(/(name="_?\d*_?solution"\r\n\r\n)[^\r]*/, '$1') });
  });
  await page.getByLabel('手机号').fill(applicant.phone);
  await ask(page);
  await expect(page.getByRole('textbox', { name: '图片验证码' })).toHaveAccessibleDescription('请看图填写图中的 5 个字符');
  expect(await smsTo(applicant.phone)).toEqual([]);
});

test('where the browser cannot do the work, the person reads a picture and goes on', async ({ openPage, applicant }) => {
  const page = await openPage({ width: 360 });
  await page.route('**/api/challenges/*', (route) => route.abort());
  await page.goto('/register');
  await page.getByLabel('手机号').fill(applicant.phone);
  await ask(page);
  await expect(page.getByText('请看图填写上面的图片验证码，再点一次“获取验证码”。')).toBeVisible();

  await readPicture(page, 'register', 'WWWWW');
  await ask(page);
  await expect(page.getByRole('textbox', { name: '图片验证码' })).toHaveAccessibleDescription(/图中的字符不对，请按新的图片再填一次/);
  await expect(page.getByRole('textbox', { name: '图片验证码' })).toHaveValue('');

  const picture = page.getByRole('img', { name: /图片验证码/ });
  const before = await picture.getAttribute('src');
  await page.getByRole('button', { name: '换一张' }).click();
  expect(await picture.getAttribute('src')).not.toBe(before);
  await readPicture(page, 'register');
  await ask(page);
  await expect(page.getByText('验证码已发送')).toBeVisible();
  await finish(page, applicant);
  await expect(page).toHaveURL(/\/apply\/charter/);
});

test('a browser whose scripts do not arrive is shown the picture after its first try', async ({ page, applicant }) => {
  await page.route('**/_next/static/chunks/**/*.js', (route) => route.abort());
  await page.goto('/register');
  await page.getByLabel('企业中文全称').fill(applicant.company);
  await page.getByLabel('手机号').fill(applicant.phone);
  await expect(page.getByRole('img', { name: /图片验证码/ })).toHaveCount(0);
  await ask(page);
  await expectRefused(page, page.getByRole('textbox', { name: '图片验证码' }), '请看图填写图中的 5 个字符');
  await readPicture(page, 'register');
  await ask(page);
  await expect(page.getByText('验证码已发送')).toBeVisible();
  await finish(page, applicant);
  await expect(page).toHaveURL(/\/apply\/charter/);
});

test('Enter in the last field registers, and asks for no other code', async ({ page, applicant }) => {
  await page.goto('/register');
  await page.getByLabel('手机号').fill(applicant.phone);
  await ask(page);
  await expect(page.getByText('验证码已发送')).toBeVisible();
  await fill(page, applicant);
  await page.getByLabel('确认密码').press('Enter');
  await expect(page).toHaveURL(/\/apply\/charter/);
  expect(await smsTo(applicant.phone)).toHaveLength(1);
});

async function finish(page: Page, applicant: Applicant): Promise<void> {
  await fill(page, applicant);
  await page.getByRole('button', { name: '注册', exact: true }).click();
}

async function fill(page: Page, { company, uscc, person, phone, password }: Applicant): Promise<void> {
  await page.getByLabel('企业中文全称').fill(company);
  await page.getByLabel('信用代码').fill(uscc);
  await page.getByLabel('姓名').fill(person);
  await page
    .getByRole('textbox', { name: '验证码', exact: true })
    .fill(/验证码 (\d{6})/.exec(await readSms(page, phone, /验证码/))?.[1] ?? '');
  await page.getByLabel(/^\*?密码/).fill(password);
  await page.getByLabel('确认密码').fill(password);
  await page.getByRole('checkbox', { name: /隐私政策/ }).check();
}

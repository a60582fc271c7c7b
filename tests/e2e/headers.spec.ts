import { randomInt } from 'node:crypto';
import { request as http } from 'node:http';
import * as z from 'zod';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, serverEnvironment, signIn, signOut, sql, test } from './fixtures';
import { enterScene, scenes } from './pages';
import { signInByRequest } from './people';
import { seedApplication } from './seeding';

const oneId = z.tuple([z.object({ id: z.string() })]);
const PRIVATE = /^\/(apply|home|admin|second-factor)(\/|$)/;

for (const scene of scenes) {
  test(`the pages of ${scene.who} carry the one strict policy, with a nonce of their own each time`, async ({ page, applicant }) => {
    const pathOf = await enterScene(scene, page, applicant);
    const nonces: string[] = [];
    for (const visit of scene.visits) {
      const path = pathOf(visit);
      const response = await page.request.get(path);
      const headers = response.headers();
      const policy = headers['content-security-policy'] ?? '';
      const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'(;|$)/.exec(policy)?.[1] ?? '';
      expect(nonce.length, path).toBeGreaterThan(20);
      nonces.push(nonce);
      for (const rule of [
        "default-src 'none'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect(policy.split('; '), path).toContain(rule);
      }
      expect(policy, path).not.toMatch(/unsafe-|\*/);
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'strict-transport-security': expect.stringMatching(/max-age=\d{8}/),
      });
      expect(headers['x-powered-by']).toBeUndefined();
      if (PRIVATE.test(path)) expect(headers['cache-control'], path).toMatch(/no-store/);
      const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length, path).toBeGreaterThan(0);
      expect(
        scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
        path,
      ).toEqual([]);
    }
    expect(new Set(nonces).size).toBe(nonces.length);
  });
}

test('a nonce that a caller brings along is not used', async ({ page }) => {
  const forged = { 'x-nonce': 'forged', 'content-security-policy': "script-src 'nonce-forged'" };
  const response = await page.request.get('/', { headers: forged });
  expect(response.headers()['content-security-policy']).not.toContain('forged');
  expect(await response.text()).not.toContain('nonce="forged"');
});

test('a visitor moves on from one of the public pages to the next without loading it anew', async ({ page }) => {
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: '主菜单' });
  const loadedAt = await page.evaluate(() => performance.timeOrigin);
  for (const title of ['会费标准', '入会程序', '联系我们']) {
    await menu.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(await page.evaluate(() => performance.timeOrigin), title).toBe(loadedAt);
  }
});

test('the session cookie is out of reach for scripts, and worthless after signing out', async ({ page, applicant }) => {
  await seedApplication(applicant, 'registered');
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await expect(page).toHaveURL(/\/apply/);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('session=');

  const answer = await page.request.get('/api/auth/session');
  expect(Object.keys(await answer.json())).toEqual(['expires']);

  const old = { headers: { cookie: `session=${cookie?.value}` }, maxRedirects: 0 };
  expect((await page.request.get('/apply/charter', old)).status()).toBe(200);
  await signOut(page);
  const response = await page.request.get('/apply/charter', old);
  expect(response.status()).toBe(307);
  expect(response.headers().location).toContain('/login');
});

test('a link to a file leads through signing in, once the session has ended', async ({ page, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'documents');
  const [{ id }] = oneId.parse(await sql(`SELECT "id"::text FROM "File" WHERE "applicationId" = $1 LIMIT 1`, [applicationId]));
  await page.goto(`/api/files/${id}`);
  await expect(page).toHaveURL(`/login?next=${encodeURIComponent(`/api/files/${id}`)}`);
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
});

test('an uploaded file comes as something to save, never as something to run', async ({ page, applicant }) => {
  const { applicationId } = await seedApplication(applicant, 'documents');
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  const [{ id }] = oneId.parse(await sql(`SELECT "id"::text FROM "File" WHERE "applicationId" = $1 LIMIT 1`, [applicationId]));
  const original = (await page.request.get(`/api/files/${id}`)).headers();
  expect(original['content-disposition']).toMatch(/^attachment; filename="file"; filename\*=UTF-8''%/);
  const picture = (await page.request.get(`/api/files/${id}/pages/1`)).headers();
  expect(picture['content-type']).toBe('image/jpeg');
  for (const headers of [original, picture]) {
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
    expect(headers['content-security-policy']).toMatch(/sandbox/);
  }
});

test('a request that names another host is led nowhere but to our own address', async ({ request }) => {
  const site = serverEnvironment().SITE_URL ?? '';
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-for': `198.51.100.${randomInt(1, 255)}` };
  const location = await new Promise<string>((resolve, reject) => {
    http(`${site}/apply`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.headers.location ?? '');
    })
      .on('error', reject)
      .end();
  });
  expect(new URL(location, site).toString()).toBe(`${site}/login?next=%2Fapply`);
  expect((await request.get('/login?next=https://evil.example')).status()).toBe(200);
});

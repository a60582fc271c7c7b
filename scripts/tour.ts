import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import sharp from 'sharp';
import { demoApplicants, demoStaff, MEMBER_PASSWORD, STAFF_PASSWORD } from '../prisma/seed/people';
import { findBrowser } from '../tests/support/browser';
import { ROOT } from './services/environment';
import { freePort } from './services/postgres';
import { run } from './services/run';
import { startSystem } from './services/system';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
type Picture = { name: string; phone?: string; width?: number; open: (page: Page) => Promise<unknown> };

const follow = (page: Page, name: string) => page.getByRole('link', { name }).first().click();
const applicant = (stage: string) => demoApplicants.find((person) => person.stage === stage)?.phone;
const staff = (role: string) => demoStaff.find(({ roles }) => roles.some((one) => one === role))?.phone;

const pictures: readonly Picture[] = [
  { name: '01-home', open: (page) => page.goto('/') },
  { name: '02-register', open: (page) => page.goto('/register') },
  { name: '03-charter', phone: applicant('registered'), open: (page) => page.goto('/apply/charter') },
  { name: '04-company', phone: applicant('documents'), open: (page) => page.goto('/apply/company') },
  { name: '05-documents', phone: applicant('returned'), open: (page) => page.goto('/apply/documents') },
  { name: '06-dues', phone: applicant('returned'), open: (page) => page.goto('/apply/dues') },
  { name: '07-returned', phone: applicant('returned'), width: 360, open: (page) => page.goto('/apply/status') },
  { name: '08-workbench', phone: staff('reviewer'), open: (page) => page.goto('/admin') },
  { name: '09-queue', phone: staff('reviewer'), open: (page) => page.goto('/admin/applications') },
  { name: '10-review', phone: staff('reviewer'), open: (page) => openFirst(page, '/admin/applications', 'submitted') },
  { name: '11-filing', phone: staff('finance'), open: (page) => openFirst(page, '/admin/dues', 'submitted') },
  { name: '14-enrol', phone: demoStaff.find(({ secret }) => !secret)?.phone, open: (page) => page.goto('/second-factor/enrol') },
  { name: '15-staff', phone: staff('admin'), open: (page) => page.goto('/admin/staff') },
  { name: '12-outbox', open: (page) => page.goto('/outbox') },
  { name: '13-member', phone: applicant('approved'), open: (page) => page.goto('/home') },
];

// `npm run tour`: takes the README's pictures anew, from a system of its own with the demo's data.
run(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cacem-tour-'));
  const system = await startSystem({ folder, command: 'start', port: await freePort(), host: '127.0.0.1' });
  const { executablePath, args, environment } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...environment } });
  try {
    const cookies = new Map<string, Cookies>();
    for (const picture of pictures) await take(browser, system.site, picture, cookies);
  } finally {
    await browser.close();
    await system.stop();
    rmSync(folder, { recursive: true });
  }
});

async function take(
  browser: Browser,
  site: string,
  { name, phone, width = 1280, open }: Picture,
  cookies: Map<string, Cookies>,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: site,
    viewport: { width, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  // Each person signs in once: a dynamic code is good for one sign-in.
  const known = phone && cookies.get(phone);
  if (known) await context.addCookies(known);
  else if (phone) await signIn(page, phone);
  if (phone) cookies.set(phone, await context.cookies());
  await open(page);
  await page.waitForLoadState('networkidle');
  const folder = path.join(ROOT, 'docs/tour');
  mkdirSync(folder, { recursive: true });
  await sharp(await page.screenshot())
    .webp({ quality: 80 })
    .toFile(path.join(folder, `${name}.webp`));
  await context.close();
}

async function signIn(page: Page, phone: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('密码').fill(demoStaff.some((one) => one.phone === phone) ? STAFF_PASSWORD : MEMBER_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  const secret = demoStaff.find((one) => one.phone === phone)?.secret;
  if (!secret) return;
  await page.getByLabel('动态码').fill(generateSync({ secret }));
  await page.getByRole('button', { name: '继续登录' }).click();
  await page.waitForURL((url) => url.pathname === '/admin');
}

async function openFirst(page: Page, list: string, stage: string): Promise<void> {
  await page.goto(list);
  await follow(page, demoApplicants.find((person) => person.stage === stage)?.company ?? '');
  await page.getByRole('img').first().waitFor();
}

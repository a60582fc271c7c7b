import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import sharp from 'sharp';
import { demoApplicants, demoStaff, MEMBER_PASSWORD, STAFF_PASSWORD } from '../prisma/seed/people';
import { findBrowser } from '../tests/support/browser';
import { ROOT } from './services/environment';
import { freePort } from './services/postgres';
import { run } from './services/run';
import { startSystem } from './services/system';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
type Picture = { name: string; phone?: string; width?: number; open: (page: Page) => Promise<unknown>; part?: Part };
/** What a picture of the manual shows: so much from there on. */
type Part = { from?: (page: Page) => Locator; height: number };

const follow = (page: Page, name: string) => page.getByRole('link', { name }).first().click();
const applicant = (stage: string) => demoApplicants.find((person) => person.stage === stage)?.phone;
const staff = (role: string) => demoStaff.find(({ roles }) => roles.some((one) => one === role))?.phone;

const README_PICTURES = 'docs/tour';
const MANUAL_PICTURES = 'public/help';

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
  { name: '16-company', phone: applicant('approved'), open: (page) => page.goto('/company') },
  { name: '17-liaisons', phone: applicant('approved'), width: 360, open: (page) => page.goto('/company/liaisons') },
  { name: '18-dues', phone: applicant('approved'), open: (page) => page.goto('/dues') },
  { name: '19-certificate', phone: applicant('approved'), open: (page) => page.goto('/certificate') },
  { name: '20-directory', open: (page) => page.goto('/member/list') },
  { name: '21-members', phone: staff('reviewer'), open: (page) => page.goto('/admin/members') },
  { name: '22-person', phone: staff('reviewer'), open: openMember },
  { name: '23-import', phone: staff('reviewer'), open: (page) => page.goto('/admin/import') },
  { name: '24-charges', phone: staff('finance'), open: (page) => page.goto('/admin/dues/charges') },
  { name: '25-statements', phone: staff('finance'), open: (page) => page.goto('/admin/statements') },
  { name: '27-receipts', phone: staff('finance'), open: (page) => page.goto('/admin/receipts') },
  { name: '28-reminders', phone: staff('finance'), open: (page) => page.goto('/admin/dues/reminders') },
  { name: '29-personal', phone: applicant('approved'), open: (page) => page.goto('/account/personal') },
  { name: '26-settings', phone: staff('admin'), open: (page) => page.goto('/admin/settings') },
];

const panel = (title: string) => (page: Page) => page.getByRole('heading', { name: title });
const member = applicant('approved');
const onPhone = (name: string, path: string, part: Part, phone = member): Picture => ({
  ...{ name, phone, part, width: 390 },
  open: (page) => page.goto(path),
});

/** Of /help, as a member sees them on a phone. */
const manual: readonly Picture[] = [
  { ...onPhone('first-login', '/first-login', { height: 625 }), phone: undefined },
  onPhone('home', '/home', { height: 700 }),
  onPhone('company', '/company', { height: 640 }),
  onPhone('rename', '/company/rename', { height: 700 }),
  onPhone('liaisons', '/company/liaisons', { height: 760 }),
  onPhone('replace', '/company/liaisons/replace', { from: panel('两部手机的验证码'), height: 360 }),
  onPhone('dues', '/dues', { height: 620 }),
  { ...onPhone('pay', '', { from: panel('一、汇款到协会账户'), height: 420 }), open: openPayment },
  { ...onPhone('filing', '', { from: panel('三、填写汇款信息：票据'), height: 620 }), open: openPayment },
  onPhone('certificate', '/certificate', { height: 470 }),
  { ...onPhone('menu', '', { height: 560 }), open: openMenu },
];

// `npm run tour`: takes the README's pictures anew, from a system of its own with the demo's data.
run(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cacem-tour-'));
  const system = await startSystem({ folder, command: 'start', port: await freePort(), host: '127.0.0.1' });
  const { executablePath, args, environment } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...environment } });
  try {
    const cookies = new Map<string, Cookies>();
    for (const picture of pictures) await take(browser, { site: system.site, folder: README_PICTURES }, picture, cookies);
    for (const picture of manual) await take(browser, { site: system.site, folder: MANUAL_PICTURES }, picture, cookies);
  } finally {
    await browser.close();
    await system.stop();
    rmSync(folder, { recursive: true });
  }
});

async function take(
  browser: Browser,
  { site, folder }: { site: string; folder: string },
  { name, phone, width = 1280, open, part }: Picture,
  cookies: Map<string, Cookies>,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: site,
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
    ...(part && { deviceScaleFactor: 2 }),
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
  mkdirSync(path.join(ROOT, folder), { recursive: true });
  const file = path.join(ROOT, folder, `${name}.webp`);
  const still = { animations: 'disabled', caret: 'hide' } as const;
  if (part)
    await sharp(await page.screenshot({ ...still, fullPage: true, clip: await clipOf(page, width, part) }))
      .resize(600)
      .webp({ quality: 70 })
      .toFile(file);
  else
    await sharp(await page.screenshot(still))
      .webp({ quality: 80 })
      .toFile(file);
  await context.close();
}

// From a panel's heading with the edge above it.
async function clipOf(page: Page, width: number, { from, height }: Part) {
  const box = await from?.(page).boundingBox();
  return { x: 0, y: box ? box.y - 24 : 0, width, height };
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

async function openMember(page: Page): Promise<void> {
  await page.goto('/admin/members');
  await follow(page, demoApplicants.find(({ stage }) => stage === 'approved')?.company ?? '');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Of the year that is still to pay. */
async function openPayment(page: Page): Promise<void> {
  await page.goto('/dues');
  await page.getByRole('link', { name: /^交费/ }).first().click();
  await page.getByRole('heading', { name: '一、汇款到协会账户' }).waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await page.goto('/home');
  await page
    .getByLabel(/账号菜单|^菜单$/)
    .locator('visible=true')
    .click();
}

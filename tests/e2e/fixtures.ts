import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import pg from 'pg';
import { sampleUscc } from '../../prisma/seed/companies';

export { expect };

/** A company and its liaison that no other test knows. */
export type Applicant = { company: string; uscc: string; person: string; phone: string; password: string };

export function newApplicant(): Applicant {
  const n = randomInt(100_000, 999_999);
  const phone = `13${randomInt(100_000_000, 999_999_999)}`;
  return { company: `山东泰岳第${n}建设有限公司`, uscc: sampleUscc(n), person: '韩梅', phone, password: 'yi ju hao ji de hua' };
}

type Fixtures = {
  applicant: Applicant;
  /** Opens a page of its own for somebody: their own browser, their own network address. */
  openPage: (options?: { width?: number; javaScriptEnabled?: boolean }) => Promise<Page>;
};

/** Every page of every test is watched: no uncaught error, nothing that the content policy refuses. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern
  applicant: async ({}, use) => {
    await use(newApplicant());
  },
  openPage: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async ({ width = 1280, javaScriptEnabled = true } = {}) => {
      const context = await browser.newContext({
        baseURL,
        viewport: { width, height: 800 },
        javaScriptEnabled,
        extraHTTPHeaders: { 'x-forwarded-for': randomAddress() },
      });
      contexts.push(context);
      watch(context, faults);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(faults, 'uncaught errors and refusals of the content policy').toEqual([]);
  },
  page: async ({ openPage }, use) => use(await openPage()),
});

// All pages of the context, also those that the product or a test opens later.
function watch(context: BrowserContext, faults: string[]): void {
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/Failed to load resource/.test(text)) faults.push(`${message.page()?.url()}: ${text}`);
  });
}

/** 0 serious or critical findings, and nothing that sticks out to the side. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }))); // it has come alive
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await expectWithinWindow(page);
}

export async function expectWithinWindow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}

/** Presses a key of a page, which works once the page has come alive: until what it does is seen. */
export async function pressWhenAlive(page: Page, key: string, seen: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(seen).toBeVisible({ timeout: 1000 });
  }).toPass();
}

/** The newest SMS to a phone, as its owner would read it. */
export async function readSms(page: Page, phone: string, containing: RegExp): Promise<string> {
  const outbox = await page.context().newPage();
  const message = outbox.getByRole('listitem').filter({ hasText: phone }).filter({ hasText: containing }).first();
  await expect(async () => {
    await outbox.goto('/outbox');
    await expect(message).toBeVisible({ timeout: 500 });
  }).toPass();
  const text = (await message.textContent()) ?? '';
  await outbox.close();
  return text.slice(text.indexOf('【'));
}

export async function signIn(page: Page, phone: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

export async function signOut(page: Page): Promise<void> {
  await page
    .getByLabel(/账号菜单|^菜单$/) // on a phone it is part of the one menu
    .locator('visible=true')
    .click();
  await page.getByRole('button', { name: '退出登录' }).locator('visible=true').click();
  await expect(page).toHaveURL(/\/login/);
}

type ServerEnvironment = Record<string, string>;

/** The environment of the server under test, for builders that work on its database. */
export function serverEnvironment(): ServerEnvironment {
  return JSON.parse(readFileSync(process.env.E2E_ENVIRONMENT ?? '', 'utf8'));
}

/** One statement as the database's owner: to let time pass, or to look behind a page. */
export async function sql(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(serverEnvironment().SUPERUSER_URL);
  await client.connect();
  const { rows } = await client.query(statement, values).finally(() => client.end());
  return rows;
}

/** Half an hour goes by without a sign of life from this account. */
export async function expireSession(accountId: string): Promise<void> {
  await sql(`UPDATE "Session" SET "seenAt" = "seenAt" - interval '31 minutes' WHERE "accountId" = $1`, [accountId]);
}

// Only documentation addresses (RFC 5737) and never the same one by intention.
function randomAddress(): string {
  return `203.0.113.${randomInt(1, 255)}, 198.51.${randomInt(0, 255)}.${randomInt(1, 255)}`;
}

/** A message of a form: at its field, where a screen reader hears it too, and in the summary as a link to the field. */
export async function expectRefused(page: Page, field: Locator, message: string | RegExp): Promise<void> {
  await expect(field).toHaveAccessibleDescription(message);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const id = await field.getAttribute('id');
  const link = page.getByRole('alert').getByRole('link', { name: message });
  await expect(link.and(page.locator(`[href="#${id}"]`))).toBeVisible();
}

/** Runs `work` while no other test works on the same thing, which all tests share. */
export async function alone(thing: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client(serverEnvironment().SUPERUSER_URL);
  await client.connect();
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [thing]);
  await work().finally(() => client.end());
}

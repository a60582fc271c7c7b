import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import * as z from 'zod';
import { frameworkRoutes } from './access-matrix';
import { expect, expectAccessible, expectWithinWindow, sql, test } from './fixtures';
import { enterScene, scenes, type Visit } from './pages';
import { seedApplication } from './seeding';

const WIDTHS = [1280, 360] as const;
const BETWEEN = 768;
const LEAST_TARGET = 44;
const HOME_TITLE = '中国施工企业管理协会 会员管理系统';

test('every page of the build is looked at by somebody', () => {
  const manifest = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')));
  const pages = Object.entries(manifest).flatMap(([file, route]) => (file.endsWith('/page') ? [route] : []));
  const seen = new Set(scenes.flatMap(({ visits }) => visits.map(({ route }) => route)));
  expect([...seen].toSorted()).toEqual(pages.filter((route) => !frameworkRoutes.includes(route)).toSorted());
});

for (const scene of scenes) {
  test(`the pages of ${scene.who} are accessible on desktops and phones, say where one is, and lead nowhere that is not there`, async ({
    openPage,
    applicant,
  }) => {
    const page = await openPage({ width: WIDTHS[0] });
    const pathOf = await enterScene(scene, page, applicant);
    const asked = new Set<string>();
    for (const visit of scene.visits) {
      const path = pathOf(visit);
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(visit.notFound ? 404 : 200);
      await test.step(`${path} ${visit.state ?? ''}`, async () => {
        await visit.make?.(page);
        await expectNamed(page, visit);
        await expectLinksLead(page, asked);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          await expectAccessible(page);
        }
        expect(await smallTargets(page), `${path} has targets that a finger misses`).toEqual([]);
        await page.setViewportSize({ width: BETWEEN, height: 800 });
        await expectWithinWindow(page);
        await page.setViewportSize({ width: WIDTHS[0], height: 800 });
      });
    }
  });
}

test('a fault of ours shows a page in Chinese with a number for the log, and no stack', async ({ browser, baseURL, applicant }) => {
  await seedApplication(applicant, 'approved');
  const [row] = await sql(
    `UPDATE "Certificate" c SET "printed" = jsonb_set("printed", '{level}', '"none"') FROM "Member" m JOIN "Company" y ON y."id" = m."companyId"
     WHERE m."id" = c."memberId" AND y."uscc" = $1 RETURNING c."token"`,
    [applicant.uscc],
  );
  // Not one of the watched pages: the browser's console names the fault too.
  const context = await browser.newContext({ baseURL, viewport: { width: WIDTHS[0], height: 800 } });
  const page = await context.newPage();
  await page.goto(`/verify/${row?.token}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('系统出了点问题');
  await expect(page).toHaveTitle(/^系统出了点问题/);
  await expect(page.getByText(/请把编号 \w+ 告诉协会/)).toBeVisible();
  await expect(page.getByRole('button', { name: '重试' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(await page.content()).not.toMatch(/ZodError|node_modules/);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
  }
  await context.close();
});

async function expectNamed(page: Page, { route, notFound }: Visit): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  if (notFound) return expect(page).toHaveTitle(/没有找到/);
  if (route === '/') return expect(page).toHaveTitle(HOME_TITLE);
  await expect(page).toHaveTitle(/^.{2,20} - 中国施工企业管理协会$/);
}

/** Controls and what looks like one, in the page's own content, lower than a fingertip. Links within a text are left out. */
function smallTargets(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main, least) => {
    const controls = main.querySelectorAll<HTMLElement>('button, select, textarea, summary, input, a[href]');
    return [...controls].flatMap((control) => {
      const target = control.matches('[type=checkbox], [type=radio]') ? (control.closest('label') ?? control) : control;
      const { width, height } = target.getBoundingClientRect();
      const seen = width > 1 && control.checkVisibility();
      if (!seen || getComputedStyle(target).display === 'inline' || height >= least) return [];
      return [`${height.toFixed(0)} px: ${target.outerHTML.slice(0, 160)}`];
    });
  }, LEAST_TARGET);
}

/** Asks where each of the page's links leads, once; one to a place on the page itself must find it there. */
async function expectLinksLead(page: Page, asked: Set<string>): Promise<void> {
  const hrefs = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const href of hrefs.filter((href) => href.startsWith('#')))
    expect(await page.locator(`[id="${href.slice(1)}"]`).count(), `${page.url()} ${href}`).toBe(1);
  const fresh = new Set(hrefs.filter((href) => href.startsWith('/') && !asked.has(href)));
  const answered = [...fresh].map(async (href) => {
    asked.add(href);
    expect((await page.request.get(href)).status(), `${page.url()} leads to ${href}`).toBeLessThan(400);
  });
  await Promise.all(answered);
}

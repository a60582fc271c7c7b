import { randomInt } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { columnsOf, importSheets, type SheetKey } from '../../lib/imports/sheets';
import { type OldSystem, oldCompany, oldSystem, type Row, withCell, workbookOf } from '../support/imports';
import { expect, expectAccessible, sql, test } from './fixtures';
import { signInAsStaff } from './people';

const COMPANIES = 300;
const YEARS = [2019, 2020];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Each of these forty times over eight kinds. */
const defects: ((company: OldSystem) => OldSystem)[] = [
  (company) => withCell(company, 'companies', { uscc: String(company.companies[0]?.uscc).slice(0, 17) }),
  (company) => withCell(company, 'companies', { joinedOn: '不详' }),
  (company) => withCell(company, 'companies', { level: '名誉会员' }),
  (company) => withCell(company, 'companies', { name: { formula: 'B1' } }),
  (company) => withCell(company, 'liaisons', { mobile: 1380013800 }),
  (company) => withCell(company, 'liaisons', { name: '' }),
  (company) => withCell(company, 'dues', { year: '去年' }),
  (company) => withCell(company, 'dues', { paid: '三千' }),
];
const DEFECTS = 40;

test('300 companies with 40 defects come in: the returned rows are mended, the sums agree with the old system', async ({ page }) => {
  const base = randomInt(1_000, 90_000) * 10;
  const good = Array.from({ length: COMPANIES }, (_, n) => oldCompany(base + n, YEARS));
  const broken = good.map((company, n) => (n < DEFECTS ? (defects[n % defects.length]?.(company) ?? company) : company));
  await signInAsStaff(page, 'reviewer');

  await test.step('the workbook is checked in the background, and the page tells how far it is, also after a reload', async () => {
    await page.goto('/admin/import');
    const template = await page.getByRole('link', { name: '下载导入模板（Excel）' }).getAttribute('href');
    expect((await (await page.request.get(template ?? '')).body()).subarray(0, 2).toString()).toBe('PK');
    await upload(page, await workbookOf(oldSystem(...broken)));
    await page.reload();
    await expect(page.getByRole('heading', { name: '核对', exact: true })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('numbers first: what comes in, what goes back, and why', async () => {
    await expect(page.getByRole('listitem').filter({ hasText: '可以导入' })).toContainText(`${COMPANIES - DEFECTS} 家`);
    await expect(page.getByRole('listitem').filter({ hasText: '退回修改' }).first()).toContainText(`${DEFECTS} 家`);
    await expect(page.getByText('“不详”不是日期，请写成 2015-06-01 的样子').first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  const returned = await page.request.get((await page.getByRole('link', { name: '下载要改的企业（Excel）' }).getAttribute('href')) ?? '');
  const sheets = await readWorkbook(await returned.body());

  await test.step('it is compared with the totals of the old system before anything comes in', async () => {
    for (const [label, count] of [
      ['普通会员（家）', 270],
      ['理事单位（家）', 30],
    ] as const) {
      const present = Number((await line(page, label).getByRole('cell').first().textContent()) ?? 0);
      await page.getByLabel(label, { exact: true }).fill(String(present + count));
    }
    for (const year of YEARS) {
      await page.getByLabel(`${year} 年实交会费（元）`).fill('1,110,000.00');
      await page.getByLabel(`${year} 年票据（张）`).fill(String(COMPANIES));
    }
    await page.getByRole('button', { name: '保存并核对' }).click();
    await expect(line(page, '2020 年票据（张）')).toContainText('缺');
    await page.getByRole('button', { name: '导入 260 家' }).click();
    await expect(page.getByText('核对有差额，请写明原因后再导入').first()).toBeVisible();
    await page.getByLabel('有差额仍然导入的原因').fill('五家信用代码有误，会费待改好后导入');
    await page.getByRole('button', { name: '导入 260 家' }).click();
    await expect(page.getByText('已导入 260 家')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the returned rows come in when they are mended; then everything agrees', async () => {
    await page.goto('/admin/import');
    await upload(page, await workbookOf(mended(sheets, good.slice(0, DEFECTS))));
    await expect(page.getByRole('heading', { name: '核对', exact: true })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: '保存并核对' }).click();
    for (const year of YEARS) {
      await expect(line(page, `${year} 年实交会费（元）`)).toContainText('相符');
      await expect(line(page, `${year} 年票据（张）`)).toContainText('相符');
    }
    // Members whom other tests admit at the same time.
    const reason = page.getByLabel('有差额仍然导入的原因');
    if (await reason.isVisible()) await reason.fill('同时有新会员入会');
    await page.getByRole('button', { name: '导入 40 家' }).click();
    await expect(page.getByText('已导入 40 家')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('还没有人登录或改动过，可以整批撤销')).toBeVisible();
    const [row] = await sql(
      `SELECT count(*)::int AS "count" FROM "Member" m JOIN "Company" c ON c."id" = m."companyId" WHERE c."uscc" = ANY($1)`,
      [good.map(({ companies }) => companies[0]?.uscc)],
    );
    expect(row?.count).toBe(COMPANIES);
  });
});

async function upload(page: Page, buffer: Buffer): Promise<void> {
  await page.getByLabel('填好的工作簿').setInputFiles({ name: '旧系统会员.xlsx', mimeType: XLSX, buffer });
  await page.getByRole('button', { name: '上传并检查' }).click();
  await page.waitForURL(/\/admin\/import\/[0-9a-f-]{36}$/);
}

function line(page: Page, label: string): Locator {
  return page.getByRole('row').filter({ hasText: label });
}

/** The returned rows as staff mend them: each takes the values that it had before they were spoilt. */
function mended(sheets: Awaited<ReturnType<typeof readWorkbook>>, originals: OldSystem[]): OldSystem {
  const all = oldSystem(...originals);
  const rowsOf = (key: SheetKey) => {
    const columns = columnsOf(key);
    const [, ...rows] = sheets.find(({ name }) => name === importSheets.find((sheet) => sheet.key === key)?.name)?.rows ?? [];
    return rows.map((texts) => Object.fromEntries(columns.map(({ key: column }, at) => [column, texts[at] ?? ''])));
  };
  const same = (key: string) => (one: Row, other: Row) => Boolean(one[key]) && one[key] === other[key];
  const mend = (key: SheetKey, by: string) => rowsOf(key).map((row) => all[key].find((original) => same(by)(original, row)) ?? row);
  return {
    companies: mend('companies', 'number'),
    liaisons: mend('liaisons', 'uscc'),
    levels: [],
    seats: [],
    names: [],
    dues: mend('dues', 'receiptNumber'),
  };
}

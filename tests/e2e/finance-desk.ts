import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { writeWorkbook } from '../../lib/excel/write-workbook';
import { rawPdf } from '../support/corpus';
import { zipOf } from '../support/workbooks';
import { type bankExport, one, type Payer } from './bank-year';
import { expect, sql } from './fixtures';
import { newReceiptNumber } from './receipts';

/** On a machine that does other things, too. */
export const MANY = 60_000;

export async function upload(page: Page, file: ReturnType<typeof bankExport>): Promise<void> {
  await page.goto('/admin/statements');
  await page.getByLabel('银行对账单').setInputFiles(file);
  await page.getByRole('button', { name: '上传对账单' }).click();
  await page.waitForURL(/statements\/[0-9a-f-]{36}/, { timeout: MANY });
}

export async function expectCounts(page: Page, { open, settled, ignored }: Record<'open' | 'settled' | 'ignored', number>): Promise<void> {
  const tabs = page.getByRole('navigation', { name: '按状态' });
  await expect(tabs).toHaveText(new RegExp(`未匹配\\s*${open}\\s*已匹配\\s*${settled}\\s*已忽略\\s*${ignored}$`), { timeout: MANY });
}

export const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

export async function settle(page: Page, { company }: Payer): Promise<void> {
  await rowOf(page, company)
    .getByRole('button', { name: `确认到账 ${company}` })
    .click();
  await expect(rowOf(page, company)).toBeHidden();
}

export async function search(page: Page, text: string): Promise<void> {
  await page.getByLabel('付款户名、附言、流水号或金额').fill(text);
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(/search=/);
}

/** 另选单位 of the row with this text, and the company by its credit code. */
export async function choose(page: Page, text: string, uscc: string): Promise<void> {
  await rowOf(page, text)
    .getByRole('link', { name: /^另选单位/ })
    .click();
  await page.getByLabel('单位名称、曾用名、拼音首字母或信用代码').fill(uscc);
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(new RegExp(`search=${uscc}`));
}

export async function settleChosen(page: Page, what: RegExp, yuan?: string): Promise<void> {
  const item = page.getByRole('listitem').filter({ hasText: what }).filter({ hasText: '其中金额' });
  if (yuan) await item.getByLabel(/其中金额/).fill(yuan);
  await item.getByRole('button', { name: '确认到账', exact: true }).click();
  await expect(item).toBeHidden();
}

/** What stands in the books of these companies by way of the bank's rows. */
export async function paid(word: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await sql(
    `WITH own AS (SELECT "id" FROM "Company" WHERE "name" LIKE $1 || '%'),
       money AS (SELECT p.* FROM "Payment" p JOIN own ON own."id" = p."companyId" WHERE p."bankRowId" IS NOT NULL)
     SELECT (SELECT count(*) FROM money)::int AS payments, (SELECT count(DISTINCT "bankRowId") FROM money)::int AS rows,
       (SELECT sum("amountFen") FROM money)::int AS sum,
       (SELECT count(*) FROM "Filing" WHERE "state" = 'confirmed' AND "id" IN (SELECT "filingId" FROM money))::int AS filings,
       (SELECT count(*) FROM "Charge" c JOIN own ON own."id" = c."companyId" WHERE c."heldFen" = c."amountFen" AND c."year" < 2026)::int AS full`,
    [word],
  );
  return row;
}

export async function download(page: Page, name: string): Promise<string[][]> {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return one(await readWorkbook(await readFile(await (await started).path()))).rows;
}

/** The export as the platform gives it back: on twenty of its lines stands what was issued, the first company's among them. */
export async function issueTwenty(
  [heading = [], ...rows]: string[][],
  word: string,
  due: number,
): Promise<{ workbook: Buffer; pdfs: Buffer }> {
  const own = rows.filter((cells) => cells.some((cell) => cell.startsWith(word)));
  expect(own).toHaveLength(due);
  const years = heading.indexOf('交费年度');
  const issued = own.filter((cells) => cells[years] === '2025').slice(0, 20);
  const numbers = issued.map(newReceiptNumber);
  const columns = [...heading, '票据代码', '票据号码', '校验码', '开票日期'].map((text) => ({ heading: text, width: 20 }));
  const lines = rows.map((cells) => {
    const number = numbers[issued.indexOf(cells)];
    return number ? [...cells, '00010126', number, '589d80', '2026-11-24'] : cells;
  });
  return {
    workbook: await writeWorkbook([{ name: '已开票据', columns, rows: lines }]),
    pdfs: await zipOf(Object.fromEntries(numbers.map((number) => [`${number}.pdf`, rawPdf()]))),
  };
}

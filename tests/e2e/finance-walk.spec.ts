import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { writeWorkbook, XLSX } from '../../lib/excel/write-workbook';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { rawPdf } from '../support/corpus';
import { zipOf } from '../support/workbooks';
import { alsoOwe2024, type BankLine, bankExport, fileAsCouncil, type Payer, seedPayers } from './bank-year';
import { expect, signIn, sql, test } from './fixtures';
import { signInAsStaff } from './people';
import { newReceiptNumber } from './receipts';

const FILED = 300;
const MANY = 60_000;

// 300 filings against 1,000 rows of the bank: 260 are sure, 40 are odd, 308 rows are other money that came in, 400 went out.
test('the finance clerk’s walk: a thousand bank rows, three hundred filings, forty of them odd, receipts out and in', async ({
  openPage,
}) => {
  test.setTimeout(300_000);
  const { first, payers, word } = await seedPayers(FILED);
  const odd = oddOnes(payers.slice(260));
  await alsoOwe2024(odd.twoYears);
  await fileAsCouncil(odd.otherLevel);
  const lines = [...payers.slice(0, 260).map(sureLine), ...oddLines(odd), ...otherLines()];
  expect(lines).toHaveLength(1000);
  const file = bankExport(lines);
  const finance = await openPage();
  await signInAsStaff(finance, 'finance');

  await test.step('uploads the statement, says once which column is which, and sees how many rows came in', async () => {
    await upload(finance, file);
    await finance.getByRole('button', { name: '按这样读取，并记住' }).click();
    await expect(finance.getByText('400 笔支出没有导入。')).toBeVisible({ timeout: MANY });
    await expectCounts(finance, { open: 600, settled: 0, ignored: 0 });
  });

  await test.step('confirms the sure ones together, two hundred at a time', async () => {
    await finance.getByRole('button', { name: '确认全部很可能的（200 笔，¥600,000.00）' }).click();
    await finance.getByRole('button', { name: '确认全部很可能的（60 笔，¥180,000.00）' }).click({ timeout: MANY });
    await expectCounts(finance, { open: 340, settled: 260, ignored: 0 });
    await expect(finance.getByRole('button', { name: /确认全部很可能的/ })).toBeHidden();
    await expect(finance.getByRole('status').getByText(/：已确认到账，/)).toHaveCount(60);
    expect(await paid(word)).toEqual({ payments: 260, rows: 260, sum: 78_000_000, filings: 260, full: 260 });
  });
  const statement = new URL(finance.url()).pathname;

  await test.step('short by the fee of the bank, too much, one row for two companies and one for two years', async () => {
    await finance.goto(statement);
    const [short, over] = [one(odd.short), one(odd.over)];
    await expect(rowOf(finance, short.company)).toContainText('只到一部分，差 ¥10.00');
    await rowOf(finance, short.company).getByLabel('不会再有了，按实到确认').check();
    await settle(finance, short);
    await expect(rowOf(finance, over.company)).toContainText('多 ¥100.00');
    await settle(finance, over);
    await expect(rowOf(finance, one(odd.otherLevel).company)).toContainText('填写的金额与应交 3,000.00 不一致');

    const [a, b] = [one(odd.twoCompanies), one(odd.twoCompanies.slice(1))];
    await choose(finance, a.company, a.uscc);
    await settleChosen(finance, /已填写汇款信息/, '3000');
    await choose(finance, a.company, b.uscc);
    await settleChosen(finance, /已填写汇款信息/);
    await expectCounts(finance, { open: 337, settled: 263, ignored: 0 });

    const { company, uscc } = one(odd.twoYears);
    await choose(finance, company, uscc);
    await settleChosen(finance, /已填写汇款信息/, '3000');
    await settleChosen(finance, /2024 年，未交 ¥3,000.00/);
    await expectCounts(finance, { open: 336, settled: 264, ignored: 0 });
  });

  await test.step('finds a row that somebody else paid, notes one, ignores one, returns a filing without money', async () => {
    const { uscc } = one(odd.otherPayer);
    await search(finance, '黔中置业第1号有限公司');
    await expect(finance.getByText('共 1 条')).toBeVisible();
    await choose(finance, '黔中置业第1号有限公司', uscc);
    await settleChosen(finance, /已填写汇款信息/);

    await finance.goto(statement);
    const late = rowOf(finance, one(odd.late).company);
    await late.getByRole('button', { name: '备注', exact: true }).click();
    await finance.getByRole('dialog').getByLabel('备注').fill('日期相差八天，已电话询问');
    await finance.getByRole('button', { name: '保存备注' }).click();
    await expect(finance.getByRole('dialog')).toBeHidden();
    await expect(late).toContainText('备注：日期相差八天，已电话询问');

    await search(finance, '活期结息');
    await finance.getByRole('button', { name: '忽略', exact: true }).first().click();
    await finance.getByRole('dialog').getByLabel('原因').fill('银行利息，不是会费');
    await finance.getByRole('button', { name: '确认忽略' }).click();
    await expectCounts(finance, { open: 334, settled: 265, ignored: 1 });
    await search(finance, '会议费');
    await finance.getByRole('button', { name: '忽略搜到的 101 笔' }).click();
    await finance.getByRole('dialog').getByLabel('原因').fill('会议费，不是会费');
    await finance.getByRole('dialog').getByRole('button', { name: '确认忽略' }).click();
    await expectCounts(finance, { open: 233, settled: 265, ignored: 102 });
    await expect(finance.getByText('没有找到“会议费”。')).toBeVisible();

    await finance.goto(`/admin/dues?search=${one(odd.noRow).uscc}`);
    await finance.getByRole('link', { name: one(odd.noRow).company }).click();
    await finance.getByRole('button', { name: '退回', exact: true }).click();
    await finance.getByRole('dialog').getByLabel('退回原因').fill('银行账户里没有这笔款项，请核对汇款日期');
    await finance.getByRole('button', { name: '确认退回' }).click();
    await expect(finance.getByText('银行账户里没有这笔款项')).toBeVisible();
  });

  await test.step('uploads the same statement again: nothing is there twice', async () => {
    await upload(finance, file);
    await expect(finance.getByText('600 笔以前的对账单里已经有，没有重复导入。')).toBeVisible({ timeout: MANY });
    // 2,990 + 3,100 + 2 × 3,000 + 2 × 3,000 + 3,000 beside the sure ones; the year without the fee of 10 yuan stays open.
    expect(await paid(word)).toEqual({ payments: 267, rows: 265, sum: 80_109_000, filings: 266, full: 266 });
  });

  await test.step('exports what is to be receipted, and brings twenty issued receipts back with their PDFs', async () => {
    await finance.goto(`/admin/receipts?search=${encodeURIComponent(word)}`);
    // All that are paid in full but 2024, of which the member has yet to say for whom; and the year in which the first one joined.
    await expect(finance.getByText('共 266 条')).toBeVisible();
    const issued = await issueTwenty(await download(finance, '导出待开票（Excel）'), word, 266);
    await finance.getByRole('link', { name: '批量登记' }).click();
    await finance.getByLabel('已开票据的工作簿').setInputFiles({ name: '已开票据.xlsx', mimeType: XLSX, buffer: issued.workbook });
    await finance.getByLabel('票据 PDF').setInputFiles({ name: '票据.zip', mimeType: 'application/zip', buffer: issued.pdfs });
    await finance.getByRole('button', { name: '上传并检查' }).click();
    await finance.getByRole('button', { name: '登记全部 20 张，共 ¥60,000.00' }).click({ timeout: MANY });
    await expect(finance.getByText('已登记 20 张，共 ¥60,000.00')).toBeVisible({ timeout: MANY });
    await finance.goto(`/admin/receipts?search=${encodeURIComponent(word)}`);
    await expect(finance.getByText('共 246 条')).toBeVisible();
  });

  await test.step('the member finds its receipt', async () => {
    const page = await openPage({ width: 360 });
    await signIn(page, first.phone, MEMBER_PASSWORD);
    await page.goto('/dues');
    await expect(page.getByRole('row', { name: /2025/ })).toContainText('已开票');
    await expect(page.getByRole('link', { name: '已开票，下载 2025 年度票据' })).toBeVisible();
  });
});

function oddOnes(payers: readonly Payer[]) {
  const rest = [...payers];
  const take = (count: number) => rest.splice(0, count);
  return {
    ...{ short: take(8), over: take(5), otherPayer: take(5), late: take(4) },
    ...{ twoYears: take(3), twoCompanies: take(8), otherLevel: take(3), noRow: take(4) },
  };
}

type Odd = ReturnType<typeof oddOnes>;

// By the credit code, by name, sum and day alone, or by the bank's number that the member typed.
function sureLine({ company, uscc, serial }: Payer, n: number): BankLine {
  const base = { yuan: '3000.00', payer: company };
  return (
    [
      { ...base, memo: `会费${uscc}` },
      { ...base, memo: '会费' },
      { ...base, serial },
    ][n % 3] ?? base
  );
}

function oddLines(odd: Odd): BankLine[] {
  const pairs = odd.twoCompanies.flatMap((each, n) => (n % 2 ? [] : [[each, one(odd.twoCompanies.slice(n + 1))] as const]));
  return [
    ...odd.short.map(({ company, uscc }) => ({ yuan: '2990.00', payer: company, memo: uscc })),
    ...odd.over.map(({ company, uscc }) => ({ yuan: '3100.00', payer: company, memo: uscc })),
    ...odd.otherPayer.map((_, n) => ({ yuan: '3000.00', payer: `黔中置业第${n + 1}号有限公司`, memo: '往来款' })),
    ...odd.late.map(({ company }) => ({ yuan: '3000.00', payer: company, day: '2026-11-12' })),
    ...odd.twoYears.map(({ company, uscc }) => ({ yuan: '6000.00', payer: company, memo: `2024和2025年会费${uscc}` })),
    ...pairs.map(([a, b], n) => ({ yuan: '6000.00', payer: `黔北控股集团第${n + 1}公司`, memo: `代${a.company}和${b.company}交` })),
    ...odd.otherLevel.map(({ company, uscc }) => ({ yuan: '10000.00', payer: company, memo: uscc })),
  ];
}

function otherLines(): BankLine[] {
  const incoming = Array.from({ length: 308 }, (_, n): BankLine => {
    if (n < 4) return { yuan: `${120 + n}.36`, payer: '中国建设银行', memo: '活期结息' };
    return { yuan: n % 2 ? '3000.00' : '1280.00', payer: `重庆巴渝第${n}科技有限公司`, memo: n % 3 ? '培训费' : '会议费' };
  });
  const outgoing = Array.from({ length: 400 }, (_, n) => ({
    yuan: `${500 + n}.00`,
    payer: `北京海淀第${n}印务中心`,
    memo: '货款',
    out: true,
  }));
  return [...incoming, ...outgoing];
}

function one<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('there is none');
  return first;
}

async function upload(page: Page, file: ReturnType<typeof bankExport>): Promise<void> {
  await page.goto('/admin/statements');
  await page.getByLabel('银行对账单').setInputFiles(file);
  await page.getByRole('button', { name: '上传对账单' }).click();
  await page.waitForURL(/statements\/[0-9a-f-]{36}/, { timeout: MANY });
}

async function expectCounts(page: Page, { open, settled, ignored }: Record<'open' | 'settled' | 'ignored', number>): Promise<void> {
  const tabs = page.getByRole('navigation', { name: '按状态' });
  await expect(tabs).toHaveText(new RegExp(`未匹配\\s*${open}\\s*已匹配\\s*${settled}\\s*已忽略\\s*${ignored}$`), { timeout: MANY });
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

async function settle(page: Page, { company }: Payer): Promise<void> {
  await rowOf(page, company)
    .getByRole('button', { name: `确认到账 ${company}` })
    .click();
  await expect(rowOf(page, company)).toBeHidden();
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByLabel('付款户名、附言、流水号或金额').fill(text);
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(/search=/);
}

/** 另选单位 of the row with this text, and the company by its credit code. */
async function choose(page: Page, text: string, uscc: string): Promise<void> {
  await rowOf(page, text)
    .getByRole('link', { name: /^另选单位/ })
    .click();
  await page.getByLabel('单位名称、曾用名、拼音首字母或信用代码').fill(uscc);
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(new RegExp(`search=${uscc}`));
}

async function settleChosen(page: Page, what: RegExp, yuan?: string): Promise<void> {
  const item = page.getByRole('listitem').filter({ hasText: what }).filter({ hasText: '其中金额' });
  if (yuan) await item.getByLabel(/其中金额/).fill(yuan);
  await item.getByRole('button', { name: '确认到账', exact: true }).click();
  await expect(item).toBeHidden();
}

/** What stands in the books of these companies by way of the bank's rows. */
async function paid(word: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await sql(
    `WITH own AS (SELECT "id" FROM "Company" WHERE "name" LIKE $1 || '%'),
       money AS (SELECT p.* FROM "Payment" p JOIN own ON own."id" = p."companyId" WHERE p."bankRowId" IS NOT NULL)
     SELECT (SELECT count(*) FROM money)::int AS payments, (SELECT count(DISTINCT "bankRowId") FROM money)::int AS rows,
       (SELECT sum("amountFen") FROM money)::int AS sum,
       (SELECT count(*) FROM "Filing" f JOIN own ON own."id" = f."companyId" WHERE f."state" = 'confirmed')::int AS filings,
       (SELECT count(*) FROM "Charge" c JOIN own ON own."id" = c."companyId" WHERE c."heldFen" = c."amountFen" AND c."year" < 2026)::int AS full`,
    [word],
  );
  return row;
}

async function download(page: Page, name: string): Promise<string[][]> {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return one(await readWorkbook(await readFile(await (await started).path()))).rows;
}

/** The export as the platform gives it back: on twenty of its lines stands what was issued, the first company's among them. */
async function issueTwenty([heading = [], ...rows]: string[][], word: string, due: number): Promise<{ workbook: Buffer; pdfs: Buffer }> {
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

import { XLSX } from '../../lib/excel/content-type';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { alsoOwe2024, bankExport, fileAsCouncil, oddLines, oddOnes, one, otherLines, seedPayers, sureLine } from './bank-year';
import { choose, download, expectCounts, issueTwenty, MANY, paid, rowOf, search, settle, settleChosen, upload } from './finance-desk';
import { expect, signIn, test } from './fixtures';
import { signInAsStaff } from './people';

// 300 filings against 1,000 rows of the bank: 260 are sure, 40 are odd, 308 rows are other money that came in, 400 went out.
test('the finance clerk’s walk: a thousand bank rows, three hundred filings, forty of them odd, receipts out and in', async ({
  openPage,
}) => {
  test.setTimeout(300_000);
  const { first, payers, word } = await seedPayers(300);
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

  await test.step('finds a row that somebody else paid, takes back what it booked for the wrong company, notes one, ignores one, returns a filing without money', async () => {
    const { uscc } = one(odd.otherPayer);
    const payer = '黔中置业第1号有限公司';
    await search(finance, payer);
    await expect(finance.getByText('共 1 条')).toBeVisible();
    await choose(finance, payer, one(odd.noRow).uscc);
    await settleChosen(finance, /已填写汇款信息/);
    // It was the wrong company.
    await finance.goto(`${statement}?state=settled&search=${encodeURIComponent(payer)}`);
    await rowOf(finance, payer)
      .getByRole('link', { name: one(odd.noRow).company })
      .click();
    await finance.getByRole('button', { name: '撤销到账 ¥3,000.00' }).click();
    await finance.getByRole('dialog').getByLabel('原因').fill('是另一家单位的款');
    await finance.getByRole('button', { name: '确认撤销' }).click();
    await expect(finance.getByRole('button', { name: '确认到账 ¥3,000.00' })).toBeVisible();
    await finance.goto(`${statement}?search=${encodeURIComponent(payer)}`);
    await choose(finance, payer, uscc);
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

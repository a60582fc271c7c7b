import { randomInt } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { columnsOf, importSheets, type SheetKey } from '../../lib/imports/sheets';
import { type OldSystem, oldCompany, oldSystem, type Row, withCell, workbookOf } from '../support/imports';
import { expect, expectAccessible, readSms, sql, test } from './fixtures';
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

test('300 companies with 40 defects come in: mended and reconciled, invited, and one enters by 首次登录 for its certificate', async ({
  openPage,
}) => {
  test.setTimeout(180_000);
  const page = await openPage();
  const base = randomInt(1_000, 90_000) * 10;
  const { company: invited, ...of } = anInvited(base + DEFECTS);
  const good = Array.from({ length: COMPANIES }, (_, n) => (n === DEFECTS ? invited : oldCompany(base + n, YEARS)));
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

  await test.step('staff invite a liaison', async () => {
    await page.goto(`/admin/members/invitations?search=${of.mobile}`);
    await page.getByRole('button', { name: '给 张建国 发送邀请' }).click();
    await expect(page.getByText(/没有找到/)).toBeVisible(); // no longer among those to invite
    await page.getByRole('link', { name: /^未激活/ }).click();
    await expect(page.getByRole('cell', { name: of.mobile })).toBeVisible();
    expect(await readSms(page, of.mobile, /首次登录/)).toContain(of.name);
  });

  const phone = await openPage({ width: 360 });
  await test.step('who finds the company in the directory by an old name and by initials, and the own phone masked', async () => {
    await phone.goto('/login');
    await phone.getByRole('link', { name: '会员名录' }).locator('visible=true').last().click();
    for (const search of [of.oldName, of.initials]) {
      await phone.getByRole('searchbox', { name: '单位名称' }).fill(search);
      await phone.getByRole('button', { name: '查询' }).click();
      await expect(phone).toHaveURL(/search=/);
      const row = phone.getByRole('row').filter({ hasText: of.name });
      await expect(row).toContainText(`张* ${of.mobile.slice(0, 3)}****${of.mobile.slice(-4)}`);
      await expect(row).toContainText('理事单位');
    }
    await expectAccessible(phone);
  });

  await test.step('enters by 首次登录', async () => {
    await phone.getByRole('link', { name: '首次登录' }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('首次登录');
    await phone.getByLabel('手机号').fill(of.mobile);
    await phone.getByRole('button', { name: '获取验证码' }).click();
    await expect(phone.getByText('验证码已经发出')).toBeVisible();
    await phone.getByLabel('验证码').fill(/验证码 (\d{6})/.exec(await readSms(phone, of.mobile, /验证码/))?.[1] ?? '');
    await phone.getByLabel('新密码').fill('yi ju hao ji de hua');
    await phone.getByLabel('确认密码').fill('yi ju hao ji de hua');
    await phone.getByRole('button', { name: '设置新密码' }).click();
  });

  await test.step('says once that the company’s data is right', async () => {
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('请确认单位信息');
    await expect(phone.getByText(of.number)).toBeVisible();
    await expectAccessible(phone);
    await phone.getByRole('button', { name: '信息无误' }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(of.name);
    await phone.reload();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(of.name);
  });

  await test.step('and downloads the certificate', async () => {
    await phone.getByRole('link', { name: '预览、查验码和换发记录' }).click();
    const picture = phone.getByRole('img', { name: new RegExp(`^${of.name}的会员证，理事单位`) });
    await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBeGreaterThan(1000);
    const download = phone.waitForEvent('download');
    await phone.getByRole('link', { name: '下载电子会员证' }).click();
    expect((await download).suggestedFilename()).toBe(`会员证-${of.name}.pdf`);
  });
});

/** The one whom the walk follows: a name and initials that no other company has, and an old name. */
function anInvited(n: number) {
  const [name, oldName] = [`江苏云龙第${n}隧道有限公司`, `徐州市第${n}隧道工程处`];
  const company = withCell(oldCompany(n, YEARS), 'companies', { name });
  const uscc = company.companies[0]?.uscc ?? null;
  const names = [{ uscc, name: oldName, from: '2001-01-01', to: '2010-01-01' }];
  const mobile = String(company.liaisons[0]?.mobile);
  const number = String(company.companies[0]?.number);
  return { company: { ...company, names }, name, oldName, mobile, number, initials: `jsyld${String(n).slice(0, 1)}sd` };
}

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

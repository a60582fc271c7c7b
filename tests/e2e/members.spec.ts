import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { expect, expectAccessible, newApplicant, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedApplication } from './seeding';

test('a reviewer finds a member by its initials, changes the level after seeing what it means, and exports the list', async ({ page }) => {
  const applicant = { ...newApplicant(), company: `新疆昆仑第${Date.now() % 100_000}路桥有限公司` };
  await seedApplication(applicant, 'approved');
  await signInAsStaff(page, 'reviewer');
  await page.getByRole('link', { name: '会员', exact: true }).first().click();

  await test.step('by initials, in a list that keeps its address', async () => {
    await page.getByRole('searchbox').fill('xjkld');
    await page.getByRole('button', { name: '搜索' }).click();
    await expect(page).toHaveURL(/search=xjkld/);
    await page.getByRole('combobox', { name: '会员级别' }).selectOption('普通会员');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('link', { name: applicant.company }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(applicant.company);
  });

  await test.step('the consequence is there before anything is done', async () => {
    await page.getByRole('link', { name: '变更级别' }).click();
    await page.getByLabel('新的级别').selectOption('理事单位');
    await page.getByRole('button', { name: '查看对会费的影响' }).click();
    await expect(page.getByText('差额 ¥7,000.00 可以单独补交').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认变更级别' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '请填写变更原因' })).toBeVisible();
    await page.getByLabel('变更原因').fill('会长办公会决定');
    await page.getByLabel('同时生成补差会费').check();
    await page.getByRole('button', { name: '确认变更级别' }).click();
    await expect(page.getByText('级别已变更，会员证已换发。')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: '补差 ¥7,000.00' }).first()).toBeVisible();
  });

  await test.step('the export is the list, with the chosen columns', async () => {
    await page.goto('/admin/members?search=xjkld&level=councilMember');
    await page.getByText('选择显示的列').click();
    await page.getByRole('checkbox', { name: '信用代码' }).check();
    await page.getByRole('checkbox', { name: '会费情况' }).uncheck();
    await page.getByRole('button', { name: '按所选的列显示' }).click();
    await expect(page.getByRole('cell', { name: applicant.uscc })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /导出 Excel/ }).click();
    const [sheet] = await readWorkbook(readFileSync(await (await download).path()));
    const [heading, ...rows] = sheet?.rows ?? [];
    expect(heading).toEqual(['单位名称', '会员编号', '信用代码', '会员级别', '会员状态', '入会日期', '所在省', '第一联络员', '联络员手机']);
    expect(rows.find(([name]) => name === applicant.company)).toEqual(
      expect.arrayContaining([applicant.uscc, '理事单位', applicant.phone]),
    );
  });
});

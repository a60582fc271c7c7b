import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, newApplicant, readSms, signIn, sql, test } from './fixtures';
import { signInAsStaff } from './people';
import { realScans } from './scans';
import { seedMember } from './seeding';

test('a member pays two years in one transfer on a phone, finance returns it, the member corrects it', async ({ openPage, applicant }) => {
  await seedMember(applicant, [2024, 2025]);
  const page = await openPage({ width: 360 });
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/dues');
  await expect(page.getByRole('row', { name: /2025/ })).toContainText('待交费');
  await page.getByRole('link', { name: '交费 2025 年度' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2025 年度会费');
  await page.getByLabel('2024 年度').check();
  await expect(page.getByText('本次应交 ¥6,000.00')).toBeVisible();
  await page.locator('select[name=level]').selectOption('councilMember');
  await expect(page.getByText('贵单位这一年按普通会员交费')).toBeVisible();
  await page.locator('select[name=level]').selectOption('ordinaryMember');
  await expect(page.getByText('贵单位这一年按普通会员交费')).toBeHidden();
  await page.getByLabel('交费人').fill('山东泰岳建设有限公司');
  await page.getByLabel('汇款日期').fill('2026-11-20');
  await page.getByLabel('汇款金额').fill('6000');
  await page.getByLabel('电子邮箱').fill('caiwu@taiyue.com.cn');
  await expect(page.getByText('企业邮箱常会屏蔽票据邮件')).toBeVisible();
  await page.getByRole('button', { name: '提交汇款信息' }).click();
  await expect(page.getByRole('alert').getByRole('link', { name: '请填写经办人的姓名，不要填写单位名称' })).toBeVisible();
  await page.getByLabel('交费人').fill('韩梅');
  await page.getByLabel('选择汇款凭证文件').setInputFiles((await realScans()).transferVoucher);
  await expect(page.getByRole('button', { name: /^查看 / })).toBeVisible();
  await page.getByRole('button', { name: '提交汇款信息' }).click();
  await expect(page.getByRole('heading', { name: '2025 年度会费' })).toBeVisible();
  await expect(page.getByText('待确认').first()).toBeVisible();
  await expect(page.getByText('请谨慎打开')).toBeVisible();

  const finance = await openPage();
  await signInAsStaff(finance, 'finance');
  await finance.goto(`/admin/dues?search=${applicant.uscc}`);
  await finance.getByRole('link', { name: applicant.company }).click();
  await finance.getByRole('button', { name: '退回', exact: true }).click();
  await finance.getByRole('dialog').getByLabel('退回原因').fill('金额与凭证不一致');
  await finance.getByRole('button', { name: '确认退回' }).click();
  await expect(finance.getByText('金额与凭证不一致')).toBeVisible();

  await readSms(page, applicant.phone, /2024、2025 年度会费的汇款信息被退回/);
  await page.goto('/dues');
  await page.getByRole('link', { name: '交费 2025 年度' }).click();
  await expect(page.getByText('金额与凭证不一致')).toBeVisible();
  await expect(page.getByLabel('2024 年度')).toBeChecked();
  await page.getByRole('button', { name: '提交汇款信息' }).click();
  await expect(page.getByText('重新填写汇款信息')).toBeVisible();
  await expectAccessible(page);
});

test('finance confirms what it has ticked, all at once, sees the result row by row, and takes back what was ticked by mistake', async ({
  openPage,
}) => {
  const members = [newApplicant(), newApplicant()].map((each) => ({ ...each, company: `湖北江汉第${each.phone.slice(-6)}建设有限公司` }));
  for (const member of members) await seedMember(member, [2025], { filed: true });
  const finance = await openPage();
  await signInAsStaff(finance, 'finance');
  await finance.goto('/admin/dues?search=湖北江汉');
  for (const { company } of members) await finance.getByRole('checkbox', { name: new RegExp(company) }).check();
  await finance.getByRole('button', { name: '确认所选到账' }).click();
  for (const { company } of members) await expect(finance.getByRole('status').getByText(`${company} ¥3,000.00：已确认到账`)).toBeVisible();

  await finance.goto(`/admin/dues/charges?search=${members[0]?.uscc}&year=2025`);
  await expect(finance.getByRole('row', { name: /湖北江汉/ })).toContainText('已交费');

  // One of them was ticked by mistake.
  await finance
    .getByRole('row', { name: /湖北江汉/ })
    .getByRole('link')
    .first()
    .click();
  await finance.getByRole('button', { name: '撤销到账 ¥3,000.00' }).click();
  await expectAccessible(finance);
  await finance.getByRole('dialog').getByLabel('原因').fill('点错了，款还没有到');
  await finance.getByRole('button', { name: '确认撤销' }).click();
  await expect(finance.getByText(/^点错了，款还没有到/)).toBeVisible();
  await expect(finance.getByText('还没有到账的款项')).toBeVisible();
  await finance.getByRole('link', { name: /湖北江汉.+ ¥3,000.00/ }).click();
  await expect(finance.getByRole('button', { name: '确认到账 ¥3,000.00' })).toBeVisible();
  await expect(finance.getByRole('definition').getByText('点错了，款还没有到')).toBeVisible();
});

test('a number of the bank that another company has filed is asked about once, and taken for both when it is right', async ({
  openPage,
  applicant,
}) => {
  const other = newApplicant();
  await seedMember(other, [2025], { filed: true });
  const serial = `SN${applicant.phone}`;
  await sql(`UPDATE "Filing" SET "serial" = $2 WHERE "titleUscc" = $1`, [other.uscc, serial]);
  await seedMember(applicant, [2025]);
  const page = await openPage({ width: 360 });
  await signIn(page, applicant.phone, MEMBER_PASSWORD);
  await page.goto('/dues/2025/pay');
  await page.getByLabel('汇款日期').fill('2026-11-20');
  await page.getByLabel('银行流水号').fill(serial.toLowerCase());
  await page.getByRole('button', { name: '提交汇款信息' }).click();
  const tick = page.getByLabel('流水号核对无误，继续提交');
  await expect(page.getByRole('alert').getByText('这个流水号已经填写过一次')).toBeVisible();
  await tick.check();
  await expect(tick).toBeChecked();
  await page.getByRole('button', { name: '提交汇款信息' }).click();
  await expect(page.getByRole('heading', { name: '2025 年度会费' })).toBeVisible();
  await expect(page.getByText('待确认').first()).toBeVisible();
});

test('what is let go above the sum of the settings takes a second person, who hears of it on the workbench', async ({
  openPage,
  applicant,
}) => {
  await seedMember(applicant, [2025]);
  await sql(`UPDATE "Charge" SET "amountFen" = 1000000 WHERE "companyId" = (SELECT "id" FROM "Company" WHERE "uscc" = $1)`, [
    applicant.uscc,
  ]);
  const finance = await openPage();
  await signInAsStaff(finance, 'finance');
  await finance.goto(`/admin/dues/charges?search=${applicant.uscc}&year=2025`);
  await finance.getByRole('link', { name: applicant.company }).click();
  await finance.getByRole('button', { name: '免交', exact: true }).click();
  await expect(finance.getByRole('dialog')).toContainText('超过 ¥3,000.00，须由另一位财务人员或秘书长同意后生效');
  await finance.getByRole('dialog').getByLabel('原因').fill('停产整顿，会长办公会同意免交');
  await finance.getByRole('button', { name: '提交申请' }).click();
  await expect(finance.getByText('免交待同意：¥10,000.00 不再收取')).toBeVisible();
  await expect(finance.getByRole('button', { name: '撤回申请' })).toBeVisible();
  await expect(finance.getByRole('button', { name: '同意免交' })).toHaveCount(0);
  await expectAccessible(finance);

  const overseer = await openPage({ width: 360 });
  await signInAsStaff(overseer, 'overseer');
  await overseer.goto('/admin');
  await overseer.getByRole('link', { name: /免交、取消待同意 \d+ 笔/ }).click();
  await overseer.getByRole('link', { name: applicant.company }).click();
  await overseer.getByRole('button', { name: '同意免交' }).click();
  await overseer.getByRole('button', { name: '确认同意' }).click();
  await expect(overseer.getByRole('button', { name: '同意免交' })).toHaveCount(0);
  await expect(overseer.getByText('停产整顿，会长办公会同意免交 · 刘秘书长')).toBeVisible();
  await expectAccessible(overseer);

  const member = await openPage();
  await signIn(member, applicant.phone, MEMBER_PASSWORD);
  await member.goto('/dues');
  await expect(member.getByRole('row', { name: /2025/ })).toContainText('免交');
});

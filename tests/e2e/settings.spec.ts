import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { alone, expect, expectAccessible, expectRefused, sql, test } from './fixtures';
import { signInAsStaff, signInByRequest } from './people';
import { seedApplication } from './seeding';

test('the administrator changes account, contacts, due date and 备案号; members see it at once, and the audit keeps before and after', async ({
  openPage,
  applicant,
}) => {
  await seedApplication(applicant, 'documents');
  const page = await openPage({ width: 360 });
  await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  const admin = await openPage();
  await signInAsStaff(admin, 'admin');
  const panel = (title: string) =>
    admin.locator('section').filter({ has: admin.getByRole('heading', { level: 2, name: title, exact: true }) });
  const save = async (title: string) => {
    await panel(title).getByRole('button', { name: '保存' }).click();
    await expect(panel(title).getByText('✓ 已保存')).toBeVisible();
  };

  await alone('settings', async () => {
    const before = await sql(`SELECT "key", "value" FROM "Setting"`);
    await admin.goto('/admin/settings');
    try {
      await test.step('the payment account stands on the applicant’s dues page', async () => {
        await panel('收款账户').getByLabel('开户行').fill('演示银行北京西四支行');
        await panel('收款账户').getByLabel('账号').fill('0200 0001-2345 6789');
        await panel('收款账户').getByLabel('联行号').fill('102100000021');
        await save('收款账户');
        await page.goto('/apply/dues');
        for (const text of ['演示银行北京西四支行', '0200000123456789', '102100000021']) await expect(page.getByText(text)).toBeVisible();
      });
      await test.step('the contacts stand on the contact page', async () => {
        await panel('联系我们').getByRole('button', { name: '＋ 新增联系人' }).click();
        await panel('联系我们').getByLabel('姓名').last().fill('孙静');
        await panel('联系我们').getByLabel('电话').last().fill('010-63250000');
        await panel('联系我们').getByLabel('邮箱').fill('huiyuan@qq.com');
        await save('联系我们');
        await page.goto('/contact');
        await expect(page.getByText('孙静')).toBeVisible();
        await expect(page.getByRole('link', { name: '电话 010-63250000' })).toBeVisible();
        await expect(page.getByRole('link', { name: 'huiyuan@qq.com' })).toBeVisible();
      });
      await test.step('the 备案号 stands at the foot of every page', async () => {
        await panel('网站备案').getByLabel('ICP 备案号').fill('京ICP备05000000号-1');
        await save('网站备案');
        await page.goto('/fees');
        await expect(page.getByRole('link', { name: '京ICP备05000000号-1' })).toBeVisible();
        await expectAccessible(page);
      });
      await panel('会费').getByLabel('每年到期日').fill('07-31');
      await save('会费');
      await admin.reload();
      await expect(panel('会费').getByLabel('每年到期日')).toHaveValue('07-31');

      const audited = await sql(
        `SELECT DISTINCT ON (e."recordId") e."recordId" AS "key", e."actorName", p."data"->'before' IS NOT NULL AS "before", p."data"->'after' AS "after"
         FROM "AuditEvent" e JOIN "AuditPayload" p ON p."eventId" = e."id"
         WHERE e."action" = 'setting.change' AND e."recordId" IN ('paymentAccount', 'dues') ORDER BY e."recordId", e."seq" DESC`,
      );
      expect(audited).toEqual([
        { key: 'dues', actorName: '赵管理', before: true, after: expect.objectContaining({ dueOn: '07-31' }) },
        {
          key: 'paymentAccount',
          actorName: '赵管理',
          before: true,
          after: expect.objectContaining({ bank: '演示银行北京西四支行', accountNumber: '0200000123456789' }),
        },
      ]);
    } finally {
      await sql(`DELETE FROM "Setting"`);
      for (const { key, value } of before)
        await sql(`INSERT INTO "Setting" ("key", "value") VALUES ($1, $2)`, [key, JSON.stringify(value)]);
    }
  });
});

test('a setting that makes no sense is refused in words, at its field, and changes nothing', async ({ page }) => {
  await signInAsStaff(page, 'admin');
  await page.goto('/admin/settings');
  const refused: [string, string, string, string | RegExp][] = [
    ['收款账户', '户名', '', '请填写户名'],
    ['收款账户', '账号', '12-34', '账号应为 6–32 位数字'],
    ['收款账户', '联行号', '1021', '联行号应为 12 位数字，没有可不填'],
    ['会费', '每年到期日', '6月30日', '请按 06-30 的样子填写'],
    ['会费', '每年到期日', '02-30', /没有这一天/],
    ['会费', '宽限天数', '', '请用数字填写天数'],
    ['会费', '宽限天数', '-1', '请用数字填写天数'],
    ['会费', '宽限天数', '三十', '请用数字填写天数'],
    ['会费', '宽限天数', '1000', '不能超过 366 天'],
    ['联系我们', '邮箱', 'huiyuan', '请填写正确的邮箱，例如：12345678@qq.com'],
    ['短信', '每天最多发送验证码', '0', '至少 1 条'],
    ['短信', '每天最多发送验证码', '9999999', '不能超过 1000000 条'],
  ];
  for (const [title, label, typed, says] of refused) {
    const panel = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
    const field = panel.getByLabel(label);
    const right = await field.inputValue();
    await field.fill(typed);
    await panel.getByRole('button', { name: '保存' }).click();
    await expectRefused(page, field, says);
    await field.fill(right);
  }
});

import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { addLiaison, companyOf } from './companies';
import { expect, expectAccessible, newApplicant, signIn, sql, test } from './fixtures';
import { seedApplication } from './seeding';

for (const width of [1280, 360]) {
  test(`a liaison of two companies at ${width} px chooses after signing in, switches, and two windows are not mixed up`, async ({
    openPage,
    applicant: one,
  }) => {
    const other = newApplicant();
    await seedApplication(one, 'approved');
    await seedApplication(other, 'approved');
    const [ones, others] = [await companyOf(one), await companyOf(other)];
    await addLiaison(one, others);

    const page = await openPage({ width });
    await signIn(page, one.phone, MEMBER_PASSWORD);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('请选择要办理的单位');
    await expectAccessible(page);
    await page.getByRole('link', { name: one.company }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(one.company);
    await openMenu();
    await page.getByRole('link', { name: '企业信息' }).locator('visible=true').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(one.company);
    await page.getByRole('link', { name: '修改企业信息' }).click();

    // Another window of the same browser, on the other company.
    const second = await page.context().newPage();
    await second.goto(`/company/edit?company=${others}`);
    await second.getByLabel('邮编').fill('200000');
    await second.getByRole('button', { name: '保存', exact: true }).click();
    await expect(second.getByRole('heading', { level: 1 })).toHaveText(other.company);
    await page.getByLabel('邮编').fill('300000');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(one.company);
    const rows = await sql(`SELECT "id"::text, "postcode" FROM "Company" WHERE "id" = ANY($1::uuid[])`, [[ones, others]]);
    expect(new Map(rows.map(({ id, postcode }) => [id, postcode]))).toEqual(
      new Map([
        [ones, '300000'],
        [others, '200000'],
      ]),
    );

    await openMenu();
    if (width > 700)
      await page
        .getByLabel(/账号菜单/)
        .locator('visible=true')
        .click();
    await page.getByRole('link', { name: '切换单位' }).locator('visible=true').click();
    await page.getByRole('link', { name: other.company }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(other.company);

    // An address without a company asks which one, and leads on to where it was going.
    await page.goto('/company/edit');
    await page.getByRole('link', { name: one.company }).click();
    await expect(page).toHaveURL(`/company/edit?company=${ones}`);

    async function openMenu() {
      if (width < 700) await page.getByLabel('菜单', { exact: true }).locator('visible=true').click();
    }
  });
}

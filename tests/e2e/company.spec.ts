import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { addLiaison, companyOf } from './companies';
import { expect, expectAccessible, newApplicant, readSms, signIn, test } from './fixtures';
import { signInAsStaff, signInByRequest } from './people';
import { seedApplication } from './seeding';

for (const width of [1280, 360]) {
  test(`a member changes its address at ${width} px: in force at once, staff take it back, and the member reads why`, async ({
    openPage,
    applicant,
  }) => {
    await seedApplication(applicant, 'approved');
    const page = await openPage({ width });
    await signIn(page, applicant.phone, MEMBER_PASSWORD);
    if (width < 700) await page.getByLabel('菜单', { exact: true }).locator('visible=true').click();
    await page.getByRole('link', { name: '企业信息' }).locator('visible=true').click();
    await page.getByRole('link', { name: '修改企业信息' }).click();
    await page.getByLabel('邮编').fill('10003');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByRole('alert').first()).toContainText('请填写 6 位数字');
    await page.getByLabel('邮编').fill('100039');
    await page.getByLabel('通讯地址').fill('北京市海淀区复兴路 1 号');
    await page.getByRole('button', { name: '保存', exact: true }).click();

    await expect(page.getByText('已保存，立即生效。')).toBeVisible();
    const history = page.locator('#changes');
    await expect(history).toContainText('修改通讯地址');
    await expect(history).toContainText('100038→改为100039');
    await expectAccessible(page);

    const staff = await openPage();
    await signInAsStaff(staff, 'reviewer');
    await staff.goto(`/admin/changes?search=${encodeURIComponent(applicant.company)}`);
    await staff.getByRole('link', { name: applicant.company, exact: true }).click();
    await staff.getByRole('button', { name: '撤销修改' }).click();
    await staff.getByLabel('撤销的原因').fill('与来函的地址不一致，请核对。');
    await staff.getByRole('button', { name: '确认撤销' }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText('已撤销');

    await page.goto('/company');
    await expect(page.getByRole('region', { name: '会费交纳记录' })).toBeVisible();
    await expect(page.getByText('北京市海淀区北蜂窝中路 15 号').first()).toBeVisible();
    await expect(history).toContainText('与来函的地址不一致，请核对。');
    expect(await readSms(page, applicant.phone, /已由协会撤销/)).toContain('通讯地址');
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`two liaisons edit one company ${javaScriptEnabled ? '' : 'without a script'}: the second is shown what both changed, and loses nothing`, async ({
    openPage,
    applicant,
  }) => {
    await seedApplication(applicant, 'approved');
    const colleague = newApplicant();
    await addLiaison({ ...colleague, person: '周会计' }, await companyOf(applicant));
    const mine = await openPage({ javaScriptEnabled });
    const hers = await openPage();
    await signInByRequest(mine.request, applicant.phone, MEMBER_PASSWORD);
    await signInByRequest(hers.request, colleague.phone, MEMBER_PASSWORD);
    await mine.goto('/company/edit');
    await hers.goto('/company/edit');

    await hers.getByLabel('法定代表人').fill('王守信');
    await hers.getByLabel('邮编').fill('200000');
    await hers.getByRole('button', { name: '保存', exact: true }).click();
    await expect(hers.getByText('已保存，立即生效。')).toBeVisible();

    await mine.getByLabel('邮编').fill('300000');
    await mine.getByLabel('企业基本情况').fill('近三年承建项目 200 项。');
    await mine.getByRole('button', { name: '保存', exact: true }).click();
    await expect(mine.getByText('有 1 处，另一个窗口（或同事）也改过')).toBeVisible();
    await expect(mine.getByText('用对方的：200000')).toBeVisible();
    await expect(mine.getByLabel('邮编', { exact: false }).last()).toHaveValue('300000');
    await mine.getByLabel('用我的：300000').check();
    await mine.getByRole('button', { name: '按选择保存' }).click();

    await expect(mine.getByText('已保存，立即生效。')).toBeVisible();
    const facts = mine.getByRole('main');
    for (const text of ['300000', '近三年承建项目 200 项。', '王守信']) await expect(facts).toContainText(text);
  });
}

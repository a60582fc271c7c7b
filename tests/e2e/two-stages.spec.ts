import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, newApplicant, readSms, signIn, sql, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedApplication } from './seeding';

// Runs after all others: the setting holds for everybody.
test('with two stages, a meeting approves at once what has passed the first review', async ({ openPage }) => {
  const admin = await openPage();
  await signInAsStaff(admin, 'admin');
  await setStages(true);

  const applicants = [newApplicant(), newApplicant()];
  const page = await openPage();
  await signInAsStaff(page, 'reviewer');
  for (const applicant of applicants) {
    const { applicationId } = await seedApplication(applicant, 'submitted');
    await sql(`UPDATE "Charge" SET "state" = 'waived', "reason" = '本年度免交' WHERE "applicationId" = $1`, [applicationId]);
    await page.goto(`/admin/applications/${applicationId}`);
    await page.getByRole('button', { name: '初审通过' }).click();
    await page.getByRole('button', { name: '确认初审通过' }).click();
    await expect(page.getByText(`初审通过：${applicant.company}`)).toBeVisible();
  }
  const [one, other] = applicants;
  const waiting = await openPage({ width: 360 });
  await signIn(waiting, one?.phone ?? '', MEMBER_PASSWORD);
  await expect(waiting.getByText('初审已通过，正在等待协会会议批准')).toBeVisible();

  await test.step('the list for the meeting comes as PDF and as a workbook', async () => {
    await page.goto('/admin/applications?state=passed');
    await expectAccessible(page);
    for (const [name, begins] of [
      ['下载拟入会名单（PDF）', '%PDF'],
      ['下载拟入会名单（Excel）', 'PK'],
    ] as const) {
      const href = await page.getByRole('link', { name }).getAttribute('href');
      const body = await (await page.request.get(href ?? '')).body();
      expect(body.subarray(0, begins.length).toString()).toBe(begins);
    }
  });

  await test.step('without a name of the meeting or a choice it says what is missing', async () => {
    await page.getByRole('button', { name: '批准所选' }).click();
    await expect(page.getByRole('link', { name: /请填写会议名称/ })).toBeVisible();
    await expect(page.getByText('请先在名单中勾选要批准的单位')).toBeVisible();
  });

  await page.getByLabel('会议名称').fill('八届五次会长办公会');
  for (const applicant of applicants) await page.getByLabel(`选择 ${applicant.company}`).check();
  await page.getByRole('button', { name: '批准所选' }).click();
  for (const applicant of applicants) await expect(page.getByText(`${applicant.company}：已批准，会员编号`)).toBeVisible();
  expect(await readSms(page, other?.phone ?? '', /已成为我会会员/)).toContain(other?.company ?? '');
  await setStages(false);

  async function setStages(on: boolean) {
    await admin.goto('/admin/settings');
    await admin.getByLabel(/分两步审核/).setChecked(on);
    await admin
      .getByRole('region', { name: '入会审核' })
      .or(admin.locator('section', { hasText: '分两步审核' }))
      .getByRole('button', { name: '保存' })
      .click();
    await expect(admin.getByText('✓ 已保存')).toBeVisible();
  }
});

import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { expect, expectAccessible, expectRefused, signIn, test } from './fixtures';
import { signInByRequest } from './people';
import { seedMember } from './seeding';

const NEW_PASSWORD = 'huan yi ju xin hua';

for (const width of [1280, 360]) {
  test(`a liaison at ${width} px sees where it is signed in, ends one device, and a new password ends the rest`, async ({
    openPage,
    applicant,
  }) => {
    await seedMember(applicant, []);
    const [stolen, office] = [await openPage(), await openPage()];
    for (const other of [stolen, office]) await signInByRequest(other.request, applicant.phone, MEMBER_PASSWORD);
    const page = await openPage({ width });
    await signIn(page, applicant.phone, MEMBER_PASSWORD);

    await page.goto('/account/sessions');
    await expect(page.getByText('3 台')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: '这台设备' })).toHaveCount(1);
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /^退出 / })
      .last()
      .click();
    await expect(page.getByText('2 台')).toBeVisible();
    const answers = await Promise.all([stolen, office].map(async (other) => (await other.goto('/home'))?.url()));
    expect(answers.filter((url) => url?.includes('/login'))).toHaveLength(1);

    await page.goto('/account/password');
    await page.getByLabel('当前密码').fill('bu shi zhe ge mima');
    await page.getByLabel(/^\*?新密码/).fill(NEW_PASSWORD);
    await page.getByLabel('确认新密码').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: '修改密码' }).click();
    await expectRefused(page, page.getByLabel('当前密码'), /当前密码不对/);
    await expectAccessible(page);
    await page.getByLabel('当前密码').fill(MEMBER_PASSWORD);
    await page.getByLabel(/^\*?新密码/).fill(NEW_PASSWORD);
    await page.getByLabel('确认新密码').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: '修改密码' }).click();
    await expect(page.getByText('密码已修改')).toBeVisible();
    await expect(page.getByText('1 台')).toBeVisible();
    for (const other of [stolen, office]) {
      await other.goto('/home');
      await expect(other).toHaveURL(/\/login/);
    }

    await signInByRequest(office.request, applicant.phone, NEW_PASSWORD);
    await page.goto('/account/sessions');
    await page.getByRole('button', { name: '退出其他所有设备' }).click();
    await expect(page.getByText('1 台')).toBeVisible();
    await office.goto('/home');
    await expect(office).toHaveURL(/\/login/);
  });
}

import type { Page } from '@playwright/test';
import { type Applicant, expect, expectAccessible, newApplicant, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedApplication } from './seeding';

const COUNT = 10;
type Way = 'return' | 'reject' | 'approve';

test('a reviewer decides ten applications with the keyboard alone', async ({ openPage }) => {
  test.setTimeout(240_000);
  const own = new Map<string, Applicant>();
  for (let n = 0; n < COUNT; n++) {
    const applicant = newApplicant();
    const { applicationId } = await seedApplication(applicant, 'submitted');
    own.set(applicationId, applicant);
  }
  const ways: Way[] = ['return', 'approve', 'reject', 'approve', 'return', 'approve', 'approve', 'return', 'approve', 'approve'];
  const page = await openPage();
  await signInAsStaff(page, 'reviewer');
  const [first] = own.keys();
  await page.goto(`/admin/applications/${first}`);

  await test.step('the keys are explained', async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toContainText('下一件');
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });

  const decided: string[] = [];
  for (let turn = 0; decided.length < COUNT; turn++) {
    expect(turn, 'the queue leads to all of them').toBeLessThan(60);
    const id = page.url().split('/').at(-1) ?? '';
    const way = ways[decided.length];
    if (own.has(id) && !decided.includes(id) && way) {
      await decide(page, way);
      decided.push(id);
    }
    if (decided.length === COUNT) break;
    const before = page.url();
    await page.keyboard.press('j'); // others' applications stand between ours: they are passed by
    await expect(page).not.toHaveURL(before);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/公司/);
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('通过');
});

async function decide(page: Page, way: Way): Promise<void> {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await expect(page.getByRole('button', { name: '审核通过' })).toBeVisible();
  if (way === 'return') {
    await press('m', 'Enter');
    await expect(page.getByLabel('单位名称需要怎样修改')).toBeFocused();
    await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter'); // the first of the stock comments
    await expect(page.getByLabel('单位名称需要怎样修改')).toHaveValue('与营业执照不一致，请按营业执照填写。');
    await press('b');
    await expect(page.getByRole('dialog', { name: /退回修改（1 处）/ })).toBeVisible();
    await press('Tab', 'Tab', 'Enter'); // the reason stands there already
  } else {
    await press(way === 'approve' ? 'a' : 'x');
    await expect(page.getByRole('dialog')).toBeVisible();
    await press('Tab');
    await page.keyboard.type(way === 'approve' ? '会长办公会同意先行入会' : '不属于工程建设行业');
    await press('Tab', 'Enter');
  }
  const said = { return: '退回修改 · 王审核', reject: '不予通过 · 王审核', approve: '审核通过 · 王审核' };
  await expect(page.getByText(said[way]).first()).toBeVisible();
}

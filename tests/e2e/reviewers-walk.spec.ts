import type { Page } from '@playwright/test';
import { type Applicant, expect, expectAccessible, newApplicant, pressWhenAlive, sql, test } from './fixtures';
import { signInAsStaff } from './people';
import { seedApplication } from './seeding';

type Way = 'return' | 'reject' | 'approve';

const ways: readonly Way[] = ['return', 'approve', 'reject', 'approve', 'return', 'approve', 'approve', 'return', 'approve', 'approve'];

test('a reviewer decides ten applications with the keyboard alone, led from each to the next', async ({ openPage }) => {
  test.setTimeout(240_000);
  const own = new Map<string, Applicant>();
  for (let n = 0; n < ways.length; n++) {
    const applicant = newApplicant();
    const { applicationId } = await seedApplication(applicant, 'submitted');
    own.set(applicationId, applicant);
  }
  const page = await openPage();
  await signInAsStaff(page, 'reviewer');
  await forbidPointer(page);

  await test.step('from the workbench to the queue and the first of them', async () => {
    await page.goto('/admin');
    await tabTo(page, '入会审核');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '入会审核' })).toBeVisible();
    const [first] = own.values();
    await tabTo(page, /手机号/);
    await page.keyboard.type(first?.company ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row')).toHaveCount(2);
    await tabTo(page, first?.company ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: first?.company })).toBeVisible();
  });

  await test.step('the keys are explained', async () => {
    const keys = page.getByRole('dialog', { name: '快捷键' });
    await pressWhenAlive(page, '?', keys);
    await expect(keys).toContainText('下一件');
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });

  await test.step('a number shows another document, and t leads along the checklist', async () => {
    await page.keyboard.press('3');
    await expect(page.getByRole('tab', { name: /营业执照/ })).toHaveAttribute('aria-selected', 'true');
    for (const item of ['单位名称、信用代码与营业执照一致', '营业执照清晰、在有效期内']) {
      await page.keyboard.press('t');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: item, pressed: true })).toBeVisible();
    }
  });

  const decided: string[] = [];
  for (let turn = 0; decided.length < ways.length; turn++) {
    expect(turn, 'the queue leads to all of them').toBeLessThan(80);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const [applicant, way] = [own.get(id), ways[decided.length]];
    if (!applicant || decided.includes(id) || !way) {
      await pressAndArrive(page, 'j'); // others' applications stand between ours: they are passed by
      continue;
    }
    await decide(page, way);
    decided.push(id);
    await expect(page.getByText(`${SAID[way]}：${applicant.company}`)).toBeVisible();
  }
  const states = await sql(
    'SELECT "state", count(*)::int AS "count" FROM "Application" WHERE "id" = ANY($1::uuid[]) GROUP BY 1 ORDER BY 1',
    [decided],
  );
  expect(states).toEqual([
    { state: 'returned', count: 3 },
    { state: 'approved', count: 6 },
    { state: 'rejected', count: 1 },
  ]);
});

const SAID = { return: '退回修改', reject: '不予通过', approve: '审核通过' } as const;

/** From the next page on, the test fails where anything of the page is pressed with a mouse or a finger. */
async function forbidPointer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => console.error('a pointer was used'), { capture: true });
  });
}

/** Tab, until what is called so has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('link', { name, exact: true }).or(page.getByLabel(name)).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`60 times Tab do not lead to ${name}`);
}

async function pressAndArrive(page: Page, key: string): Promise<void> {
  const before = page.url();
  await page.keyboard.press(key);
  await expect(page).not.toHaveURL(before);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/公司/);
}

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
}

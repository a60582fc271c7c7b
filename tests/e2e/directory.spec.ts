import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { sampleUscc } from '../../prisma/seed/companies';
import { buildImportedMember } from '../../prisma/seed/members';
import { noTargets, routes } from './access-matrix';
import { expect, serverEnvironment, sql, test } from './fixtures';

const PERSON = '上官云飞';
const PHONE = /(?<![\w.-])1[3-9]\d{9}(?![\w.-])/;

/** A member that came by an import, whom no other test knows. */
async function aMember() {
  Object.assign(process.env, serverEnvironment(), { LOG_LEVEL: 'silent' });
  const n = randomInt(100_000, 999_999);
  const phone = `17${randomInt(100_000_000, 999_999_999)}`;
  const [name, oldName] = [`贵州乌蒙第${n}隧道有限公司`, `贵州省第${n}建筑公司`];
  const ids = await buildImportedMember({
    name,
    oldNames: [oldName],
    uscc: sampleUscc(n),
    number: `OLD${n}`,
    liaison: { name: PERSON, phone },
    level: 'councilMember',
  });
  return { ...ids, name, oldName, phone };
}

test('no public answer holds a phone in full, or the name of a liaison', async ({ openPage }) => {
  const { companyId, name, phone } = await aMember();
  const [row] = await sql(`SELECT "token" FROM "Certificate" c JOIN "Member" m ON m."id" = c."memberId" WHERE m."companyId" = $1`, [
    companyId,
  ]);
  const targets = { ...noTargets, companyId, token: String(row?.token) };
  const page = await openPage();
  const paths = Object.entries(routes)
    .filter(([route]) => route !== '/outbox') // where the demo shows its own phones
    .flatMap(([, rows]) => rows.filter(({ answers, method = 'GET' }) => answers.visitor === 'ok' && method === 'GET'))
    .map(({ path }) => path(targets));
  const found: string[] = [];
  for (const path of [...paths, `/member/list?search=${name}`, `/member/list?search=${phone}`, `/member/list?page=2`]) {
    for (const accept of ['text/html', 'text/x-component']) {
      const headers: Record<string, string> = accept === 'text/html' ? { accept } : { accept, rsc: '1' };
      const answer = await (await page.request.get(path, { headers })).text();
      // What was searched for comes back in the search box.
      const text = path.includes(phone) ? answer.replaceAll(phone, '') : answer;
      if (PHONE.test(text) || text.includes(PERSON)) found.push(`${path} ${accept}: ${PHONE.exec(text)?.[0]}`);
      if (path.includes(name)) expect(text).toContain(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    }
  }
  expect(found).toEqual([]);
});

test('the directory answers without JavaScript, and a company that asked to be left out is gone', async ({ openPage }) => {
  const { companyId, name, oldName } = await aMember();
  const page = await openPage({ width: 360, javaScriptEnabled: false });
  await search(page, oldName);
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  await sql(`UPDATE "Company" SET "unlisted" = true WHERE "id" = $1`, [companyId]);
  await search(page, oldName);
  await expect(page.getByText(`没有找到“${oldName}”`)).toBeVisible();
});

async function search(page: Page, text: string): Promise<void> {
  await page.goto('/member/list');
  await page.getByRole('searchbox', { name: '单位名称' }).fill(text);
  await page.getByRole('button', { name: '查询' }).click();
}

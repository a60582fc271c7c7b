import type { Page } from '@playwright/test';
import { dayInShanghai } from '../../lib/days';
import { replaceRecoveryCodes } from '../../lib/factors/recovery-codes';
import { transaction } from '../../lib/transaction';
import { MEMBER_PASSWORD, STAFF_PASSWORD } from '../../prisma/seed/people';
import { seedStatements } from './bank-statements';
import { addLiaison, companyOf, seedErasure, seedExit, seedNotice, seedRename } from './companies';
import { type Applicant, newApplicant, sql } from './fixtures';
import { letFactorGrowStale, newStaff, passwordByRequest, type Staff, signInByRequest } from './people';
import { seedReceipt, seedReceipts } from './receipts';
import { seedApplication, seedMember } from './seeding';

/** One look at a page: as a route of the build, at an address, in a state that is made there. */
export type Visit = { route: string; path?: string; state?: string; make?: (page: Page) => Promise<void>; notFound?: true };

/** Somebody at a stage of the story, and every page they come by. */
export type Scene = {
  who: string;
  stage?: Parameters<typeof seedApplication>[1];
  staff?: Staff;
  /** A member that owes these years. */
  owes?: number[];
  door?: 'enrol' | 'prove' | 'keepCodes';
  /** The member has changed its address and asks for another name. */
  changes?: true;
  /** The person is also a liaison of another member. */
  several?: true;
  visits: Visit[];
};

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
const open = (label: string) => async (page: Page) => {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('dialog').waitFor();
};
/** Sent as it is: every message of the form, in the summary and at its field. */
const sendEmpty = (button: string) => async (page: Page) => {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByText(/有 \d+ 处需要修改/).waitFor();
};

/** Where the browser could not do its work before an SMS. */
async function askForPicture(page: Page): Promise<void> {
  await page.route('**/api/challenges/*', (route) => route.abort());
  await page.getByLabel('手机号').fill('13800009999');
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('textbox', { name: '图片验证码' }).waitFor();
}
/** A fresh second factor is asked for: the session's last proof is a while ago. */
const stepUp = (button: string) => async (page: Page) => {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByLabel('动态码').waitFor();
};

async function goToCashier(page: Page): Promise<void> {
  await page.getByRole('button', { name: /去演示收银台付款/ }).click();
  await page.waitForURL(/cashier/);
}

/** `{application}`, `{filing}` and `{token}` in a path stand for the scene's own records. */
export const scenes: Scene[] = [
  {
    who: 'a visitor reading',
    stage: 'approved',
    visits: [
      { route: '/' },
      { route: '/join' },
      { route: '/charter' },
      { route: '/fees' },
      { route: '/help' },
      { route: '/contact' },
      { route: '/privacy' },
      { route: '/outbox' },
      { route: '/member/list' },
      { route: '/member/list', path: '/member/list?search=没有这家单位', state: 'nothing found' },
      { route: '/verify' },
      { route: '/verify/[token]', path: '/verify/{token}' },
      { route: '/verify/[token]', path: '/verify/unknown', state: 'unknown' },
      { route: '/verify', path: '/nowhere', state: 'an address that does not exist', notFound: true },
    ],
  },
  {
    who: 'a visitor at the door',
    visits: [
      { route: '/login' },
      { route: '/login', path: '/login?reason=expired', state: 'after the session ended' },
      { route: '/login', state: 'sent empty', make: sendEmpty('登录') },
      { route: '/register' },
      { route: '/register', state: 'sent empty', make: sendEmpty('注册') },
      { route: '/register', state: 'with a picture to read', make: askForPicture },
      { route: '/first-login' },
      { route: '/forgot-password' },
      { route: '/forgot-password', state: 'sent empty', make: sendEmpty('设置新密码') },
    ],
  },
  {
    who: 'staff without an authenticator',
    door: 'enrol',
    visits: [{ route: '/second-factor/enrol' }, { route: '/second-factor/enrol', state: 'sent empty', make: sendEmpty('确认并启用') }],
  },
  {
    who: 'staff asked for the code',
    door: 'prove',
    visits: [{ route: '/second-factor' }, { route: '/second-factor', state: 'sent empty', make: sendEmpty('继续登录') }],
  },
  { who: 'staff with new recovery codes', door: 'keepCodes', visits: [{ route: '/second-factor/recovery-codes' }] },
  {
    who: 'an applicant who has registered',
    stage: 'registered',
    visits: [{ route: '/home' }, { route: '/apply' }, { route: '/apply/charter' }],
  },
  {
    who: 'an applicant with the company filled in',
    stage: 'company',
    visits: [
      { route: '/apply/charter' },
      { route: '/apply/company' },
      { route: '/apply/documents' },
      {
        route: '/apply/documents',
        state: 'with a refused file',
        async make(page) {
          await page
            .getByLabel('选择营业执照文件')
            .setInputFiles({ name: '营业执照副本（加盖公章）.heic', mimeType: 'image/heic', buffer: Buffer.from('x') });
          await page.getByText('HEIC').waitFor();
        },
      },
      // Last, because it saves itself: the steps after it are closed then.
      {
        route: '/apply/company',
        state: 'with a second liaison, sent incomplete',
        async make(page) {
          await page.getByRole('button', { name: '＋ 新增联络员' }).click();
          await sendEmpty('保存并继续')(page);
        },
      },
    ],
  },
  {
    who: 'an applicant with the documents uploaded',
    stage: 'documents',
    visits: [
      { route: '/apply/documents' },
      { route: '/apply/documents', state: 'a file opened', make: press(/^查看/) },
      { route: '/apply/dues' },
      {
        route: '/apply/dues',
        state: 'sent incomplete',
        async make(page) {
          await page.getByLabel('交费人').fill('');
          await sendEmpty('保存并继续')(page);
        },
      },
    ],
  },
  { who: 'an applicant about to submit', stage: 'dues', visits: [{ route: '/apply/dues' }, { route: '/apply/review' }] },
  { who: 'an applicant under review', stage: 'submitted', visits: [{ route: '/home' }, { route: '/apply/status' }] },
  {
    who: 'an applicant asked to correct',
    stage: 'returned',
    visits: [{ route: '/apply/status' }, { route: '/apply/company' }, { route: '/apply/documents' }, { route: '/apply/review' }],
  },
  { who: 'a rejected applicant', stage: 'rejected', visits: [{ route: '/apply/status' }] },
  {
    who: 'an applicant who withdrew',
    stage: 'withdrawn',
    visits: [
      { route: '/apply/status' },
      {
        route: '/apply/status',
        path: '/apply/status?application=019f0000-0000-7000-8000-000000000000',
        state: 'of somebody else',
        notFound: true,
      },
    ],
  },
  {
    who: 'a member',
    stage: 'approved',
    visits: [
      { route: '/home' },
      { route: '/certificate' },
      { route: '/company/confirm' },
      { route: '/company/listing' },
      { route: '/apply/status' },
      { route: '/company' },
      { route: '/company/edit' },
      {
        route: '/company/edit',
        state: 'sent incomplete',
        async make(page) {
          await page.getByLabel('邮编').fill('');
          await sendEmpty('保存')(page);
        },
      },
      { route: '/company/rename' },
      { route: '/company/rename', state: 'sent without a licence', make: press('提交变更申请') },
      { route: '/company/liaisons' },
      { route: '/company/liaisons/add' },
      { route: '/company/liaisons/add', state: 'sent empty', make: sendEmpty('保存') },
      { route: '/company/liaisons/replace' },
      { route: '/company/liaisons/replace', state: 'sent empty', make: sendEmpty('确认更换') },
      { route: '/account/password' },
      { route: '/account/password', state: 'sent empty', make: sendEmpty('修改密码') },
      { route: '/account/sessions' },
      { route: '/account/personal' },
      { route: '/account/consent' },
      { route: '/company/exit' },
      { route: '/company/exit', state: 'sent empty', make: press('提交退会申请') },
      { route: '/privacy', path: '/privacy?version=1' },
    ],
  },
  {
    who: 'a member that asks for another name',
    stage: 'approved',
    changes: true,
    visits: [{ route: '/home' }, { route: '/company' }, { route: '/company/rename' }, { route: '/company/exit' }],
  },
  {
    who: 'a liaison of two members',
    stage: 'approved',
    several: true,
    visits: [{ route: '/home/choose' }, { route: '/company', path: '/company?company={company}' }],
  },
  {
    who: 'a member that owes two years',
    owes: [2024, 2025],
    visits: [
      { route: '/dues' },
      {
        route: '/dues/[year]',
        path: '/dues/2026',
        state: 'with what can be asked of its receipt',
        make: (page) =>
          page.locator('main details').evaluateAll((all) => {
            for (const details of all) details.setAttribute('open', '');
          }),
      },
      {
        route: '/dues/[year]/pay',
        path: '/dues/2025/pay',
        state: 'sent incomplete',
        async make(page) {
          await page.getByLabel('交费人').fill('');
          await sendEmpty('提交汇款信息')(page);
        },
      },
      { route: '/dues/[year]/pay/online', path: '/dues/2025/pay/online' },
      { route: '/cashier/[order]', path: '/dues/2025/pay/online', state: 'at the cashier', make: goToCashier },
      {
        route: '/dues/online/[order]',
        path: '/dues/2024/pay/online',
        state: 'back from the cashier',
        async make(page) {
          await goToCashier(page);
          await press('付款，不通知')(page);
          await page.getByText('付款成功').waitFor();
        },
      },
    ],
  },
  {
    who: 'finance with a member that owes',
    staff: 'finance',
    owes: [2024, 2025],
    visits: [
      { route: '/admin/dues/charges' },
      { route: '/admin/dues/charges/[id]', path: '/admin/dues/charges/{charge}' },
      { route: '/admin/dues/charges/[id]', path: '/admin/dues/charges/{charge}', state: 'about to record money', make: open('登记到款') },
      { route: '/admin/statements' },
      { route: '/admin/statements', path: '/admin/statements?refused=noHeading', state: 'after a refusal' },
      { route: '/admin/statements/[id]', path: '/admin/statements/{newLayout}', state: 'asked for the columns' },
      { route: '/admin/statements/layouts/[layout]', path: '/admin/statements/layouts/{layout}' },
      { route: '/admin/statements/[id]', path: '/admin/statements/{statement}' },
      { route: '/admin/statements/[id]', path: '/admin/statements/{statement}', state: 'about to ignore', make: open('忽略') },
      {
        route: '/admin/statements/[id]',
        path: '/admin/statements/{statement}?row={bankRow}&search={uscc}',
        state: 'choosing for whom a row is',
      },
      { route: '/admin' },
      { route: '/admin/receipts' },
      { route: '/admin/receipts', path: '/admin/receipts?tab=requests', state: 'what members ask' },
      { route: '/admin/receipts', path: '/admin/receipts?tab=issued', state: 'what is issued' },
      { route: '/admin/receipts/due/[id]', path: '/admin/receipts/due/{due}' },
      { route: '/admin/receipts/due/[id]', path: '/admin/receipts/due/{due}', state: 'sent empty', make: sendEmpty('登记，并通知会员') },
      { route: '/admin/receipts/[id]', path: '/admin/receipts/{receipt}' },
      { route: '/admin/receipts/[id]', path: '/admin/receipts/{receipt}', state: 'about to reverse', make: open('登记冲红') },
      { route: '/admin/receipts/import' },
      { route: '/admin/receipts/import/[id]', path: '/admin/receipts/import/{receiptImport}' },
      { route: '/admin/dues/refunds' },
      { route: '/admin/dues/online' },
      { route: '/admin/dues/raise' },
      { route: '/admin/dues/reminders' },
      { route: '/admin/dues/reminders', path: '/admin/dues/reminders?view=sent', state: 'what was sent' },
      { route: '/admin/dues/reminders', path: '/admin/dues/reminders?view=schedule', state: 'the schedule' },
      { route: '/admin/members/lapsed' },
      { route: '/admin/dues/ledger' },
      { route: '/admin/dues/companies/[companyId]', path: '/admin/dues/companies/{company}' },
    ],
  },
  {
    who: 'a reviewer',
    staff: 'reviewer',
    stage: 'submitted',
    visits: [
      { route: '/admin' },
      { route: '/admin/members/invitations' },
      { route: '/admin/applications' },
      { route: '/admin/applications', path: '/admin/applications?state=all&search=没有这家单位', state: 'nothing found' },
      { route: '/admin/import' },
      { route: '/admin/import', path: '/admin/import?refused=tooLarge', state: 'after a refusal' },
      { route: '/admin/import/[id]', path: '/admin/import/{import}' },
      { route: '/admin/applications/[id]', path: '/admin/applications/{application}' },
      {
        route: '/admin/applications/[id]',
        path: '/admin/applications/{application}',
        state: 'about to return with a mark',
        async make(page) {
          await page.getByRole('button', { name: '标记 邮编' }).click();
          await open('退回修改（1 处）')(page);
        },
      },
      {
        route: '/admin/applications/[id]',
        path: '/admin/applications/{application}',
        state: 'about to approve',
        make: open('审核通过'),
      },
    ],
  },
  {
    who: 'a reviewer of changes',
    staff: 'reviewer',
    stage: 'approved',
    changes: true,
    visits: [
      { route: '/admin' },
      { route: '/admin/changes' },
      { route: '/admin/changes', path: '/admin/changes?tab=done&search=没有这家单位', state: 'nothing found' },
      { route: '/admin/changes/[id]', path: '/admin/changes/{request}' },
      { route: '/admin/changes/[id]', path: '/admin/changes/{request}', state: 'about to return', make: open('退回') },
      { route: '/admin/changes/[id]', path: '/admin/changes/{request}', state: 'about to confirm', make: open('确认变更') },
      { route: '/admin/changes/[id]', path: '/admin/changes/{notice}' },
      { route: '/admin/changes/[id]', path: '/admin/changes/{notice}', state: 'about to undo', make: open('撤销修改') },
      { route: '/admin/changes/[id]', path: '/admin/changes/{exit}', state: 'about to accept', make: open('同意退会') },
      { route: '/admin/changes', path: '/admin/changes?tab=erasure', state: 'with those who ask to be erased' },
      { route: '/admin/changes/erasures/[id]', path: '/admin/changes/erasures/{erasure}', state: 'about to erase', make: open('办理注销') },
    ],
  },
  {
    who: 'a reviewer of members',
    staff: 'reviewer',
    stage: 'approved',
    visits: [
      { route: '/admin/members' },
      { route: '/admin/members', path: '/admin/members?search=没有这家单位&columns=uscc,address', state: 'nothing found' },
      {
        route: '/admin/members',
        path: '/admin/members?columns=uscc,address,formerNames',
        state: 'choosing columns',
        make: async (page) => page.getByText('选择显示的列').click(),
      },
      {
        route: '/admin/members/[id]',
        path: '/admin/members/{member}',
        state: 'with everything opened',
        make: (page) =>
          page.locator('main details').evaluateAll((all) => {
            for (const details of all) details.setAttribute('open', '');
          }),
      },
      {
        route: '/admin/members/[id]/edit',
        path: '/admin/members/{member}/edit',
        state: 'sent with a mistake',
        async make(page) {
          await page.getByLabel('邮编').fill('12');
          await sendEmpty('保存')(page);
        },
      },
      {
        route: '/admin/members/[id]/level',
        // It was made a member today, and its level cannot change before.
        path: `/admin/members/{member}/level?level=councilMember&from=${dayInShanghai(new Date())}`,
        make: press('确认变更级别'),
      },
      { route: '/admin/members/[id]/liaison', path: '/admin/members/{member}/liaison' },
      { route: '/admin/members/[id]/merge', path: '/admin/members/{member}/merge?search=建设' },
      { route: '/admin/council' },
      { route: '/admin/council', path: '/admin/council?view=meeting', state: 'before a meeting' },
      { route: '/admin/council/[id]', path: '/admin/council/{member}' },
    ],
  },
  {
    who: 'finance',
    staff: 'finance',
    stage: 'submitted',
    visits: [
      { route: '/admin' },
      { route: '/admin/dues' },
      { route: '/admin/dues/[id]', path: '/admin/dues/{filing}' },
      { route: '/admin/dues/[id]', path: '/admin/dues/{filing}', state: 'about to return', make: open('退回') },
    ],
  },
  {
    who: 'the overseer',
    staff: 'overseer',
    stage: 'approved',
    visits: [
      { route: '/admin' },
      { route: '/admin/applications', path: '/admin/applications?state=approved' },
      { route: '/admin/applications/[id]', path: '/admin/applications/{application}' },
      { route: '/admin/dues/[id]', path: '/admin/dues/{filing}' },
    ],
  },
  {
    who: 'the administrator',
    staff: 'admin',
    visits: [
      { route: '/admin' },
      { route: '/admin/settings' },
      { route: '/admin/settings/calendar' },
      { route: '/admin/settings/calendar', path: '/admin/settings/calendar?year=2027', state: 'of a year without data' },
      { route: '/admin/settings/receipts' },
      { route: '/admin/settings/standards' },
      { route: '/admin/settings/standards', state: 'sent empty', make: sendEmpty('添加标准') },
      { route: '/account/password' },
      { route: '/admin/security' },
      { route: '/admin/security', state: 'asked for the code', make: stepUp('重新生成') },
      { route: '/admin/staff' },
      { route: '/admin/staff', state: 'sent empty', make: sendEmpty('添加') },
      { route: '/admin/staff/[id]', path: '/admin/staff/{staffMember}' },
      { route: '/admin/staff/[id]', path: '/admin/staff/{staffMember}', state: 'asked for the code', make: stepUp('保存角色') },
      { route: '/admin/settings/documents' },
      { route: '/admin/settings', path: '/admin/none', state: 'an address that does not exist', notFound: true },
    ],
  },
];

/** Brings the scene's people and records about, signs its person in, and answers what its paths stand for. */
export async function enterScene(
  { stage, staff, door, who, changes, several, owes }: Scene,
  page: Page,
  applicant: Applicant,
): Promise<(visit: Visit) => string> {
  const member = owes ? await seedMember(applicant, owes) : null;
  const records = member
    ? await recordsOfMember(member.companyId)
    : stage
      ? await recordsOf((await seedApplication(applicant, stage)).applicationId)
      : {};
  if (member && staff === 'finance') Object.assign(records, await seedStatements(applicant), await seedReceipts(applicant, member));
  else if (member) await seedReceipt(member.companyId);
  if (changes) Object.assign(records, await seedChanges(await companyOf(applicant)));
  if (several) records.company = await addAnotherCompany(applicant);
  if (staff === 'reviewer') records.import = await committedImport();
  if (staff === 'admin') records.staffMember = (await newStaff(['finance'])).id;
  if (door) await standAtTheDoor(page, door);
  else if (staff) await enterAsStaff(page, staff);
  else if ((stage || member) && !who.startsWith('a visitor')) await signInByRequest(page.request, applicant.phone, MEMBER_PASSWORD);
  return ({ route, path = route }) => path.replace(/\{(\w+)\}/g, (_, name: string) => records[name] ?? '');
}

async function seedChanges(companyId: string): Promise<Record<'notice' | 'request' | 'exit' | 'erasure', string>> {
  const notice = await seedNotice(companyId);
  const { changeId: request } = await seedRename(companyId);
  return { notice, request, exit: await seedExit(companyId), erasure: await seedErasure(newApplicant()) };
}

async function addAnotherCompany(person: Applicant): Promise<string> {
  const other = newApplicant();
  await seedApplication(other, 'approved');
  await addLiaison(person, await companyOf(other));
  return companyOf(other);
}

/** An import that is over; one on its way belongs to the test that walks it. */
async function committedImport(): Promise<string> {
  const sums = { levels: {}, dues: {}, receipts: {} };
  const findings = {
    counts: { good: 3, incomplete: 2, refused: 1, known: 0 },
    errors: 2,
    warnings: 3,
    coming: sums,
    refused: sums,
    words: [],
    scans: { taken: 0, refused: [] },
  };
  const [row] = await sql(
    `INSERT INTO "Import" ("id", "state", "uploaderId", "workbookName", "workbookKey", "percent", "findings", "reason", "committedAt")
     VALUES (gen_random_uuid(), 'committed', $1, '旧系统会员.xlsx', 'a/b', 100, $2, '有一家待改', now()) RETURNING "id"::text`,
    [(await newStaff(['reviewer'])).id, JSON.stringify(findings)],
  );
  await sql(
    `INSERT INTO "ImportCompany" ("importId", "position", "uscc", "name", "outcome", "rows", "problems") VALUES ($1, 0, '', '', 'refused', '[]', $2)`,
    [row?.id, JSON.stringify([{ sheet: 'companies', row: 2, column: 'name', severity: 'error', text: '请核对' }])],
  );
  return String(row?.id);
}

// The second factor was proven a while ago: what hands out rights asks again.
async function enterAsStaff(page: Page, role: Staff): Promise<void> {
  const person = await newStaff([role]);
  await signInByRequest(page.request, person.phone, STAFF_PASSWORD);
  await letFactorGrowStale(person);
}

async function standAtTheDoor(page: Page, door: 'enrol' | 'prove' | 'keepCodes'): Promise<void> {
  const { id, phone } = await newStaff(['reviewer'], { enrolled: door !== 'enrol' });
  const enter = door === 'keepCodes' ? signInByRequest : passwordByRequest;
  await enter(page.request, phone, STAFF_PASSWORD);
  if (door === 'keepCodes') await transaction((tx) => replaceRecoveryCodes(tx, id));
}

async function recordsOfMember(company: string): Promise<Record<string, string>> {
  const [row] = await sql(`SELECT "id"::text AS "charge" FROM "Charge" WHERE "companyId" = $1 ORDER BY "year" LIMIT 1`, [company]);
  return { company, charge: String(row?.charge ?? '') };
}

async function recordsOf(applicationId: string): Promise<Record<string, string>> {
  const [row] = await sql(
    `SELECT a."id"::text AS "application", a."memberId"::text AS "member", f."id"::text AS "filing", c."token"
     FROM "Application" a LEFT JOIN "Filing" f ON f."applicationId" = a."id" LEFT JOIN "Certificate" c ON c."memberId" = a."memberId"
     WHERE a."id" = $1`,
    [applicationId],
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, String(value)]));
}

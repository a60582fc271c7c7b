import { returnApplication } from '../../lib/applications/return-application';
import { submitApplication } from '../../lib/applications/submit-application';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { HttpClient } from '../../scripts/bench/http-client';
import { countStatements } from '../../scripts/bench/statements';
import { expect, newApplicant, serverEnvironment, signIn, sql, test } from './fixtures';
import { type StaffPerson, signInAsStaff } from './people';
import { seedApplication } from './seeding';

const WIZARD = ['charter', 'company', 'documents', 'dues', 'review', 'status'];

// Runs when all others are done: it reads the log of the whole database.
test('no page of the wizard or of the review sends more than 8 statements, the queue and a search in it no more than 4', async ({
  openPage,
  baseURL,
}) => {
  const writing = newApplicant();
  await seedApplication(writing, 'dues');
  const applicant = await openPage();
  await signIn(applicant, writing.phone, MEMBER_PASSWORD);
  const counted = new Map<string, number>();
  await count(applicant, [...WIZARD.map((step) => `/apply/${step}`)]);

  const reviewer = await openPage();
  const { applicationId, decidedId } = await twoRounds(await signInAsStaff(reviewer, 'reviewer'));
  await count(reviewer, ['/admin', `/admin/applications/${applicationId}?decided=${decidedId}`]);
  const queue = ['', '?state=all', '?state=returned&page=2', `?state=all&search=${encodeURIComponent('泰岳')}`, '?waited=3'];
  await count(reviewer, [...queue.map((query) => `/admin/applications${query}`)]);

  const lists = [...counted].filter(([path]) => /^\/admin\/applications(\?|$)/.test(path));
  expect(lists.filter(([, statements]) => statements > 4)).toEqual([]);
  expect([...counted].filter(([, statements]) => statements > 8)).toEqual([]);
  expect(Math.min(...counted.values()), 'each page asks at least who is there').toBeGreaterThan(0);

  async function count(page: Awaited<ReturnType<typeof openPage>>, paths: readonly string[]): Promise<void> {
    const session = (await page.context().cookies()).find(({ name }) => name === 'session')?.value ?? '';
    for (const path of paths) {
      const client = new HttpClient(baseURL ?? '');
      client.cookies.set('session', session);
      const [settings] = await sql('SHOW data_directory');
      const folder = String(settings?.data_directory);
      counted.set(path, await countStatements(serverEnvironment().SUPERUSER_URL ?? '', folder, { ask: () => client.get(path) }, client));
      client.close();
    }
  }
});

/** One in its second round, with a comment answered; and one that this reviewer has just decided. */
async function twoRounds({ id, name, phone }: StaffPerson) {
  const mine = {
    kind: 'account',
    id,
    name,
    phone,
    roles: ['reviewer'],
    companyIds: [],
    sessionId: '',
    address: '',
    freshFactor: false,
  } as const;
  const [again, decided] = [await seedApplication(newApplicant(), 'submitted'), await seedApplication(newApplicant(), 'submitted')];
  const marks = [{ target: 'company.postcode', comment: '与通讯地址不符' }];
  for (const { applicationId } of [again, decided]) await returnApplication(mine, { applicationId, reason: '请修改', marks });
  await submitApplication(again.actor, { applicationId: again.applicationId, key: 'again' });
  return { applicationId: again.applicationId, decidedId: decided.applicationId };
}

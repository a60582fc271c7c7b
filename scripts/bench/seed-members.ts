import type pg from 'pg';
import { addCopies, BIGRAMS, type Copied, copier, privacyOf } from './copies';
import type { Size } from './seed';

/** How many of them sign in. */
const LIAISONS = 8_000;
const LAST_YEAR = 2026;
// Not of what the name is made of, else all of one name would be of one level.
const CLASS = `(c.n / 100 % 100)`;
const LEVEL = `(array['ordinaryMember','councilMember','standingCouncilMember','vicePresident'])[1 + (${CLASS} > 79)::int + (${CLASS} > 94)::int + (${CLASS} > 98)::int]`;
const AMOUNT = `(array[300000, 1000000, 2000000, 5000000])[1 + (${CLASS} > 79)::int + (${CLASS} > 94)::int + (${CLASS} > 98)::int]`;
const PROVINCES = `(array['110000','120000','130000','140000','210000','310000','320000','330000','340000','350000','370000','410000','420000','430000','440000','510000'])`;

/**
 * The member that became of an application, many times, with dues for some years: the last one open, some of the
 * earlier ones too. The first ones sign in. Answers those.
 */
export async function multiplyMembers(
  client: pg.Client,
  application: string,
  { members: count, years }: Pick<Size, 'members' | 'years'>,
): Promise<Copied[]> {
  const copies = await addCopies(client, 'member', 2_000_000, count);
  const copy = copier(client, 'member');
  const member = `(SELECT "memberId" FROM "Application" WHERE "id" = '${application}')`;
  const company = `(SELECT "companyId" FROM "Member" WHERE "id" = ${member})`;
  const account = `(SELECT "registrantId" FROM "Application" WHERE "id" = '${application}')`;
  const entering = `c.n < 2000000 + ${LIAISONS}`;
  await copy('Account', `t."id" = ${account} AND ${entering}`, `'id', c.account, 'phone', c.phone`);
  await copy(
    'Session',
    `t."accountId" = ${account} AND ${entering}`,
    `'id', gen_random_uuid(), 'accountId', c.account, 'idHash', encode(sha256(c.secret::bytea), 'hex')`,
  );
  await copy('Consent', `${privacyOf(account)} AND ${entering}`, `'id', gen_random_uuid(), 'accountId', c.account`);
  await withoutIndexes(client, 'Company', async () => {
    await copy(
      'Company',
      `t."id" = ${company}`,
      `'id', c.company, 'uscc', c.uscc, 'name', c.name, 'nameBigrams', ${BIGRAMS}, 'namePinyin', c.pinyin, 'nameLetters', replace(c.pinyin, ' ', ''),
       'nameInitials', regexp_replace(c.pinyin, '([a-z])[a-z]* ', '\\1', 'g'), 'provinceCode', ${PROVINCES}[1 + c.n % 16]`,
    );
  });
  await copy('CompanyName', `t."companyId" = ${company}`, `'id', gen_random_uuid(), 'companyId', c.company, 'name', c.name`);
  await copy(
    'Liaison',
    `t."companyId" = ${company}`,
    `'id', gen_random_uuid(), 'companyId', c.company, 'accountId', CASE WHEN ${entering} THEN c.account END, 'mobile', c.phone, 'confirmedAt', now()`,
  );
  await copy(
    'Member',
    `t."id" = ${member}`,
    `'id', c.member, 'companyId', c.company, 'number', 'M' || c.n, 'joinedOn', date '2000-01-01' + c.n % 6000,
     'state', CASE WHEN c.n % 50 = 49 THEN 'withdrawn' ELSE 'active' END`,
  );
  await copy('MemberLevel', `t."memberId" = ${member}`, `'id', gen_random_uuid(), 'memberId', c.member, 'level', ${LEVEL}`);
  await copy(
    'Certificate',
    `t."memberId" = ${member}`,
    `'id', gen_random_uuid(), 'memberId', c.member, 'number', 'M' || c.n, 'token', upper(replace(c.member::text, '-', '')),
     'printed', t."printed" || jsonb_build_object('name', c.name, 'memberNumber', 'M' || c.n)`,
  );
  await client.query(
    `INSERT INTO "CouncilSeat" ("id", "memberId", "position", "person", "title", "term", "from")
     SELECT gen_random_uuid(), c.member, '理事', '赵大海', '董事长', '第十届', '2025-01-01' FROM copies c WHERE c.kind = 'member' AND ${CLASS} > 79 AND c.n % 3 > 0`,
  );
  for (let year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++)
    await copy(
      'Charge',
      `t."id" = (SELECT "id" FROM "Charge" WHERE "companyId" = ${company} LIMIT 1)`,
      `'id', gen_random_uuid(), 'applicationId', NULL, 'companyId', c.company, 'year', ${year}, 'dueOn', '${year}-06-30', 'level', ${LEVEL},
       'amountFen', ${AMOUNT}, 'heldFen', CASE WHEN ${year} = ${LAST_YEAR} OR c.n % 20 = ${year} % 20 THEN 0 ELSE ${AMOUNT} END`,
    );
  return copies.slice(0, LIAISONS);
}

// Entered one by one, a million names take their index a quarter of an hour.
async function withoutIndexes(client: pg.Client, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = $1 AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
    [table],
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`);
  await work();
  await client.query(`SET maintenance_work_mem = '1GB'`);
  for (const { indexdef } of rows) await client.query(indexdef);
}

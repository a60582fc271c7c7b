import { randomInt } from 'node:crypto';
import { sampleUscc } from '../../prisma/seed/companies';
import { toGbk } from '../support/gbk';
import { type Applicant, newApplicant, sql } from './fixtures';
import { seedMember } from './seeding';

export type Payer = { company: string; uscc: string; serial: string };

/** What a bank tells of one transfer; `out` where the money went the other way. */
export type BankLine = { day?: string; yuan: string; payer: string; memo?: string; serial?: string; out?: boolean };

const FILED_ON = '2026-11-20';

/**
 * So many members that owe 2025 and have filed a transfer of 3,000 yuan for it, with the word that finds just them. The
 * first comes about by the product's commands, and can sign in; the others are written off it, row for row.
 */
export async function seedPayers(count: number): Promise<{ first: Applicant; payers: Payer[]; word: string }> {
  const turn = randomInt(0, 90);
  const word = `贵州云岭${turn}区`;
  const people = Array.from({ length: count }, (_, n) => ({
    company: `${word}第${String(n + 1).padStart(3, '0')}建设有限公司`,
    uscc: sampleUscc(10_000 + turn * 1000 + n), // those of other tests begin at 100,000
  }));
  const first = { ...newApplicant(), ...people[0] };
  const { companyId } = await seedMember(first, [2025], { filed: true });
  const payers = people.map((each, n) => ({ ...each, serial: n ? `YL${turn}N${1000 + n}` : `SN${first.phone}` }));
  const others = payers.slice(1);
  await sql(MULTIPLY, [companyId, others.map((each) => each.company), others.map((each) => each.uscc), others.map((each) => each.serial)]);
  return { first, payers, word };
}

const MULTIPLY = `
  WITH twin AS MATERIALIZED (
    SELECT gen_random_uuid() AS company, gen_random_uuid() AS member, gen_random_uuid() AS charge, gen_random_uuid() AS filing, t.*
    FROM unnest($2::text[], $3::text[], $4::text[]) AS t("name", "uscc", "serial")
  ), companies AS (
    INSERT INTO "Company" SELECT n.* FROM twin t JOIN "Company" o ON o."id" = $1, jsonb_populate_record(o, jsonb_build_object(
      'id', t.company, 'uscc', t."uscc", 'name', t."name", 'unlisted', true)) n
  ), names AS (
    INSERT INTO "CompanyName" SELECT n.* FROM twin t JOIN "CompanyName" o ON o."companyId" = $1, jsonb_populate_record(o, jsonb_build_object(
      'id', gen_random_uuid(), 'companyId', t.company, 'name', t."name")) n
  ), liaisons AS (
    INSERT INTO "Liaison" SELECT n.* FROM twin t JOIN "Liaison" o ON o."companyId" = $1, jsonb_populate_record(o, jsonb_build_object(
      'id', gen_random_uuid(), 'companyId', t.company, 'accountId', null)) n
  ), members AS (
    INSERT INTO "Member" SELECT n.* FROM twin t JOIN "Member" o ON o."companyId" = $1, jsonb_populate_record(o, jsonb_build_object(
      'id', t.member, 'companyId', t.company, 'number', t."serial")) n
  ), levels AS (
    INSERT INTO "MemberLevel" SELECT n.* FROM twin t JOIN "Member" m ON m."companyId" = $1 JOIN "MemberLevel" o ON o."memberId" = m."id",
      jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'memberId', t.member)) n
  ), charges AS (
    INSERT INTO "Charge" SELECT n.* FROM twin t JOIN "Charge" o ON o."companyId" = $1 AND o."year" = 2025, jsonb_populate_record(o, jsonb_build_object(
      'id', t.charge, 'companyId', t.company)) n
  ), filings AS (
    INSERT INTO "Filing" SELECT n.* FROM twin t JOIN "Filing" o ON o."companyId" = $1 AND o."state" = 'pending', jsonb_populate_record(o, jsonb_build_object(
      'id', t.filing, 'companyId', t.company, 'titleName', t."name", 'titleUscc', t."uscc", 'payer', t."name", 'serial', t."serial")) n
  ), events AS (
    INSERT INTO "FilingEvent" SELECT n.* FROM twin t JOIN "Filing" f ON f."companyId" = $1 AND f."state" = 'pending'
      JOIN "FilingEvent" o ON o."filingId" = f."id", jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'filingId', t.filing)) n
  )
  INSERT INTO "FilingCharge" ("filingId", "chargeId") SELECT t.filing, t.charge FROM twin t`;

/** These owe 2024 as well, for which nobody has filed. */
export async function alsoOwe2024(payers: readonly Payer[]): Promise<void> {
  await sql(
    `INSERT INTO "Charge" SELECT n.* FROM "Charge" o JOIN "Company" co ON co."id" = o."companyId" AND co."uscc" = ANY($1) AND o."year" = 2025,
       jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'year', 2024, 'dueOn', '2024-06-30')) n`,
    [payers.map(({ uscc }) => uscc)],
  );
}

/** These took themselves for council members when they filed. */
export async function fileAsCouncil(payers: readonly Payer[]): Promise<void> {
  await sql(`UPDATE "Filing" SET "level" = 'councilMember', "amountFen" = 1000000 WHERE "titleUscc" = ANY($1)`, [
    payers.map(({ uscc }) => uscc),
  ]);
}

/** The bank's export in GBK, under headings that no other statement has, its rows well mixed. */
export function bankExport(lines: readonly BankLine[]): { name: string; mimeType: string; buffer: Buffer } {
  const branch = randomInt(1_000_000_000, 9_999_999_999);
  const rows = lines.map(({ day = FILED_ON, yuan, payer, memo = '', serial, out }, n) =>
    [day, ...(out ? [yuan, ''] : ['', yuan]), payer, '', memo, serial ?? `${branch}${1000 + n}`, ''].join(','),
  );
  // 7919 is prime: every row once.
  const mixed = rows.map((_, n) => rows[(n * 7919) % rows.length]);
  const heading = `交易日期,借方发生额,贷方发生额,对方户名,对方账号,附言,交易流水号,网点${branch}`;
  return { name: '建行11月明细.csv', mimeType: 'text/csv', buffer: toGbk([heading, ...mixed].join('\r\n')) };
}

/** Forty whose money does not arrive as it should, and why. */
export function oddOnes(payers: readonly Payer[]) {
  const rest = [...payers];
  const take = (count: number) => rest.splice(0, count);
  return {
    ...{ short: take(8), over: take(5), otherPayer: take(5), late: take(4) },
    ...{ twoYears: take(3), twoCompanies: take(8), otherLevel: take(3), noRow: take(4) },
  };
}

type Odd = ReturnType<typeof oddOnes>;

// By the credit code, by name, sum and day alone, or by the bank's number that the member typed.
export function sureLine({ company, uscc, serial }: Payer, n: number): BankLine {
  const base = { yuan: '3000.00', payer: company };
  return (
    [
      { ...base, memo: `会费${uscc}` },
      { ...base, memo: '会费' },
      { ...base, serial },
    ][n % 3] ?? base
  );
}

export function oddLines(odd: Odd): BankLine[] {
  const pairs = odd.twoCompanies.flatMap((each, n) => (n % 2 ? [] : [[each, one(odd.twoCompanies.slice(n + 1))] as const]));
  return [
    ...odd.short.map(({ company, uscc }) => ({ yuan: '2990.00', payer: company, memo: uscc })),
    ...odd.over.map(({ company, uscc }) => ({ yuan: '3100.00', payer: company, memo: uscc })),
    ...odd.otherPayer.map((_, n) => ({ yuan: '3000.00', payer: `黔中置业第${n + 1}号有限公司`, memo: '往来款' })),
    ...odd.late.map(({ company }) => ({ yuan: '3000.00', payer: company, day: '2026-11-12' })),
    ...odd.twoYears.map(({ company, uscc }) => ({ yuan: '6000.00', payer: company, memo: `2024和2025年会费${uscc}` })),
    ...pairs.map(([a, b], n) => ({ yuan: '6000.00', payer: `黔北控股集团第${n + 1}公司`, memo: `代${a.company}和${b.company}交` })),
    ...odd.otherLevel.map(({ company, uscc }) => ({ yuan: '10000.00', payer: company, memo: uscc })),
  ];
}

/** What comes in and goes out beside the dues: 308 and 400. */
export function otherLines(): BankLine[] {
  const incoming = Array.from({ length: 308 }, (_, n): BankLine => {
    if (n < 4) return { yuan: `${120 + n}.36`, payer: '中国建设银行', memo: '活期结息' };
    return { yuan: n % 2 ? '3000.00' : '1280.00', payer: `重庆巴渝第${n}科技有限公司`, memo: n % 3 ? '培训费' : '会议费' };
  });
  const outgoing = Array.from({ length: 400 }, (_, n) => ({
    yuan: `${500 + n}.00`,
    payer: `北京海淀第${n}印务中心`,
    memo: '货款',
    out: true,
  }));
  return [...incoming, ...outgoing];
}

export function one<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('there is none');
  return first;
}

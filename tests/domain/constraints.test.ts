import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { anApplication, filingOf } from '../support/applications';
import { asSuperuser, withDatabase } from '../support/database';
import { aPlainMember, owes } from '../support/debtors';
import { staffWith } from '../support/people';

withDatabase();

const ids: Record<string, string> = {};

// An approved member, a submitted application and a draft: everything that a rule could be broken on.
beforeAll(async () => {
  const [reviewer, finance] = await Promise.all([staffWith('reviewer'), staffWith('finance')]);
  const approved = await anApplication('approved', { reviewer, finance });
  const submitted = await anApplication('submitted');
  const draft = await anApplication('documents');
  await confirmFiling(finance, (await filingOf(submitted.applicationId)).id);
  const member = await db().member.findFirstOrThrow({ include: { company: true, certificates: true } });
  await db().message.findFirstOrThrow();
  Object.assign(ids, {
    approved: approved.applicationId,
    submitted: submitted.applicationId,
    draft: draft.applicationId,
    member: member.id,
    company: member.companyId,
    applicant: draft.applicant.id,
    filing: (await filingOf(submitted.applicationId)).id,
  });
});

/** One statement by the application's role, or past it; the names in braces stand for the ids above. */
async function attempt(statement: string, { asOwner = false } = {}): Promise<void> {
  const filled = statement.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? '');
  if (asOwner) return asSuperuser(filled, new URL(process.env.DATABASE_URL ?? '').pathname.slice(1));
  await db().$executeRawUnsafe(filled);
}

const file = (columns: string, values: string) =>
  `INSERT INTO "File" ("id", "kind", "uploaderId", "position", "key", "name", "type", "bytes", ${columns})
   VALUES (gen_random_uuid(), 'businessLicense', '{applicant}', 1, gen_random_uuid()::text, 'x', 'image/jpeg', ${values})`;
const liaison = (order: string, mobile: string, rest = 'NULL') =>
  `INSERT INTO "Liaison" ("id", "companyId", "order", "name", "department", "title", "mobile", "email", "from", "to")
   VALUES (gen_random_uuid(), '{company}', '${order}', 'x', 'x', 'x', '${mobile}', 'x', now(), ${rest})`;
const charge = (owner: string, amountFen: number, state = "'open', NULL") =>
  `INSERT INTO "Charge" ("id", "applicationId", "companyId", "year", "level", "dueOn", "amountFen", "state", "reason")
   VALUES (gen_random_uuid(), ${owner}, 2026, 'ordinaryMember', '2026-06-30', ${amountFen}, ${state})`;
const payment = (amountFen: number) =>
  `INSERT INTO "Payment" ("id", "source", "amountFen", "paidOn") VALUES (gen_random_uuid(), 'bank', ${amountFen}, '2026-11-23')`;
/** State, red number, day and moment of the reversal, reason. */
const receipt = (reversal: string) =>
  `INSERT INTO "Receipt" ("id", "code", "number", "checkCode", "issuedOn", "amountFen", "titleName", "titleUscc", "redCode", "state", "redNumber", "reversedOn", "reversedAt", "reason")
   VALUES (gen_random_uuid(), 'c', 'n', 'x', now(), 1, 'x', 'x', ${reversal.startsWith("'issued', '2'") ? 'NULL' : "'c'"}, ${reversal})`;

const change = (kind: string, state: string, decidedAt: string) =>
  `INSERT INTO "CompanyChange" ("id", "companyId", "kind", "state", "field", "before", "after", "actorId", "actorName", "decidedAt")
   VALUES (gen_random_uuid(), '{company}', '${kind}', '${state}', 'address', '{}', '{}', '{applicant}', 'x', ${decidedAt})`;

const year = `(SELECT "year" FROM "Charge" LIMIT 1)`;

describe('the database refuses, whatever the program does,', () => {
  it.each([
    [
      'a phone that is none',
      `INSERT INTO "Account" ("id", "phone", "name") VALUES (gen_random_uuid(), '12345', 'x')`,
      'Account_phone_is_mobile',
    ],
    [
      'two accounts with a phone',
      `INSERT INTO "Account" ("id", "phone", "name") SELECT gen_random_uuid(), "phone", 'x' FROM "Account" LIMIT 1`,
      'phone',
    ],
    [
      'a sixth try of a code',
      `INSERT INTO "SmsChallenge" ("id", "phone", "purpose", "flow", "codeHash", "tries", "expiresAt") VALUES (gen_random_uuid(), '1', 'register', 'f', 'h', 6, now())`,
      'SmsChallenge_tries',
    ],
    [
      'a submitted application without a snapshot',
      `UPDATE "Application" SET "currentSnapshotId" = NULL WHERE "id" = '{submitted}'`,
      'Application_submitted_has_snapshot',
    ],
    [
      'a submitted application without consent to the charter',
      `UPDATE "Application" SET "charterConsentId" = NULL WHERE "id" = '{submitted}'`,
      'Application_submitted_has_snapshot',
    ],
    [
      'a draft that becomes submitted by itself',
      `UPDATE "Application" SET "state" = 'submitted' WHERE "id" = '{draft}'`,
      'Application_submitted_has_snapshot',
    ],
    [
      'a decision without its moment',
      `UPDATE "Application" SET "state" = 'rejected' WHERE "id" = '{submitted}'`,
      'Application_decided_has_moment',
    ],
    [
      'the moment of a decision without the decision',
      `UPDATE "Application" SET "decidedAt" = now() WHERE "id" = '{submitted}'`,
      'Application_decided_has_moment',
    ],
    [
      'an approved application without a member',
      `UPDATE "Application" SET "state" = 'approved', "decidedAt" = now() WHERE "id" = '{submitted}'`,
      'Application_approved_has_member',
    ],
    [
      'a member from an application that is not approved',
      `UPDATE "Application" SET "state" = 'rejected' WHERE "id" = '{approved}'`,
      'Application_approved_has_member',
    ],
    [
      'a second application that became the same member',
      `UPDATE "Application" SET "state" = 'approved', "decidedAt" = now(), "memberId" = '{member}' WHERE "id" = '{submitted}'`,
      'memberId',
    ],
    [
      'a rejection without any reason',
      `INSERT INTO "ApplicationEvent" ("id", "applicationId", "event", "to", "actorName") VALUES (gen_random_uuid(), '{draft}', 'reject', 'rejected', 'x')`,
      'ApplicationEvent_reasoned',
    ],
    [
      'a return without a reason',
      `INSERT INTO "ApplicationEvent" ("id", "applicationId", "event", "to", "actorName", "reason") VALUES (gen_random_uuid(), '{draft}', 'return', 'returned', 'x', '')`,
      'ApplicationEvent_reasoned',
    ],
    ['a file of nobody', file('"applicationId"', '1, NULL'), 'File_one_owner'],
    ['a file of two owners', file('"applicationId", "companyId"', `1, '{draft}', '{company}'`), 'File_one_owner'],
    ['a file that counts but was not checked', file('"applicationId", "state"', `1, '{draft}', 'ready'`), 'File_checked'],
    ['a file that counts without its hash', file('"applicationId", "state", "pageCount"', `1, '{draft}', 'ready', 1`), 'File_checked'],
    ['a checked file without pages', file('"applicationId", "state", "sha256"', `1, '{draft}', 'ready', repeat('a', 64)`), 'File_checked'],
    ['a retired file without its moment', file('"applicationId", "state"', `1, '{draft}', 'retired'`), 'File_retired_has_moment'],
    ['a file of no bytes', file('"applicationId"', `0, '{draft}'`), 'File_size'],
    ['a file of more than 10 MB', file('"applicationId"', `10485761, '{draft}'`), 'File_size'],
    [
      'two companies with a credit code',
      `INSERT INTO "Company" SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* FROM "Company" c`,
      'uscc',
    ],
    ['a credit code that is none', `UPDATE "Company" SET "uscc" = '91110000710935O03U'`, 'Company_uscc_shape'],
    [
      'two members of a company',
      `INSERT INTO "Member" ("id", "companyId", "number", "joinedOn") VALUES (gen_random_uuid(), '{company}', '20990001', now())`,
      'companyId',
    ],
    ['two first liaisons at a time', liaison('first', '13800009999'), 'Liaison_one_open_each_order'],
    [
      'a liaison who is both',
      `INSERT INTO "Liaison" SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'order', 'second'))).* FROM "Liaison" l`,
      'Liaison_one_open_each_mobile',
    ],
    ['a liaison who ended before beginning', liaison('second', '13800009999', `now() - interval '1 day'`), 'Liaison_dates_in_order'],
    [
      'two present names of a company',
      `INSERT INTO "CompanyName" ("id", "companyId", "name") VALUES (gen_random_uuid(), '{company}', 'x')`,
      'CompanyName_one_open',
    ],
    [
      'two present levels of a member',
      `INSERT INTO "MemberLevel" ("id", "memberId", "level", "from", "reason") VALUES (gen_random_uuid(), '{member}', 'councilMember', now(), 'x')`,
      'MemberLevel_one_open',
    ],
    ['a level that ended before it began', `UPDATE "MemberLevel" SET "to" = "from" - 1`, 'MemberLevel_dates_in_order'],
    [
      'two valid certificates of a member',
      `INSERT INTO "Certificate" ("id", "memberId", "number", "token", "printed") VALUES (gen_random_uuid(), '{member}', 'x', repeat('A', 32), '{}')`,
      'Certificate_one_valid',
    ],
    ['a certificate that could be guessed', `UPDATE "Certificate" SET "token" = 'SHORT'`, 'Certificate_token_length'],
    ['dues of nothing', `UPDATE "DuesStandard" SET "amountFen" = 0`, 'DuesStandard_amount'],
    ['a charge that nobody owes', charge('NULL, NULL', 1), 'Charge_owner'],
    ['a charge of nothing', charge(`'{draft}', NULL`, 0), 'Charge_amount'],
    ['a cancelled charge without a reason', charge(`'{draft}', NULL`, 1, `'cancelled', ''`), 'Charge_reasoned'],
    ['a proposal by nobody', `UPDATE "Charge" SET "proposed" = 'waive', "proposedReason" = 'x' WHERE "state" = 'open'`, 'Charge_proposed'],
    [
      'a proposal for a charge that is decided',
      charge(`'{draft}', NULL`, 1, `'waived', 'x'`)
        .replace('"reason")', '"reason", "proposed", "proposedReason", "proposedById")')
        .replace("'x')", `'x', 'cancel', 'x', gen_random_uuid())`),
      'Charge_proposed',
    ],
    ['a waived charge without a reason', charge(`'{draft}', NULL`, 1, `'waived', NULL`), 'Charge_reasoned'],
    [
      "a second charge of a company's year",
      charge(`NULL, '{company}'`, 1).replace('2026,', `${year},`),
      'Charge_one_standard_a_company_year',
    ],
    [
      "a second charge of an application's year",
      charge(`'{submitted}', NULL`, 1).replace('2026,', `${year},`),
      'Charge_one_standard_an_application_year',
    ],
    ['a filing of nobody', `UPDATE "Filing" SET "applicationId" = NULL, "companyId" = NULL WHERE "id" = '{filing}'`, 'Filing_owner'],
    ['a filing of nothing', `UPDATE "Filing" SET "amountFen" = 0 WHERE "id" = '{filing}'`, 'Filing_amount'],
    [
      'a confirmed filing without its moment',
      `UPDATE "Filing" SET "decidedAt" = NULL WHERE "id" = '{filing}'`,
      'Filing_decided_has_moment',
    ],
    [
      'a returned filing without a reason',
      `UPDATE "Filing" SET "state" = 'returned' WHERE "id" = '{filing}'`,
      'Filing_returned_has_reason',
    ],
    ['a payment of nothing', payment(0), 'Payment_amount'],
    [
      'a voided payment that stands for a filing',
      `UPDATE "Payment" SET "voidedAt" = now() WHERE "filingId" = '{filing}'`,
      'Payment_voided',
    ],
    ['an allocation of nothing', `UPDATE "Allocation" SET "amountFen" = 0`, 'Allocation_amount'],
    [
      'a receipt of nothing',
      `INSERT INTO "Receipt" ("id", "code", "number", "checkCode", "issuedOn", "amountFen", "titleName", "titleUscc") VALUES (gen_random_uuid(), 'c', 'n', 'x', now(), 0, 'x', 'x')`,
      'Receipt_amount',
    ],
    ['a reversed receipt without its red number', receipt(`'reversed', NULL, now(), now(), '退费'`), 'Receipt_reversed_is_told'],
    ['a reversed receipt without a reason', receipt(`'reversed', '2', now(), now(), ''`), 'Receipt_reasoned'],
    ['a valid receipt with a red number', receipt(`'issued', '2', NULL, NULL, NULL`), 'Receipt_reversed_is_told'],
    ['a receipt that is its own red one', receipt(`'reversed', 'n', now(), now(), '退费'`), 'Receipt_red_is_another'],
    ['a notice that is confirmed like a request', change('notice', 'confirmed', 'now()'), 'CompanyChange_state_of_kind'],
    ['a request that staff only acknowledge', change('request', 'acknowledged', 'now()'), 'CompanyChange_state_of_kind'],
    ['a decided change without its moment', change('request', 'confirmed', 'NULL'), 'CompanyChange_decided_has_moment'],
    ['a change that waits and was decided', change('notice', 'pending', 'now()'), 'CompanyChange_decided_has_moment'],
    [
      'two open requests of a company',
      `WITH one AS (${change('request', 'pending', 'NULL')}) ${change('request', 'returned', 'now()')}`,
      'CompanyChange_one_open_request',
    ],
    ['a sent message without its moment', `UPDATE "Message" SET "state" = 'sent'`, 'Message_sent_has_moment'],
    ['an SMS without a phone', `UPDATE "Message" SET "phone" = NULL`, 'Message_has_its_address'],
    ['an e-mail without a mailbox', `UPDATE "Message" SET "channel" = 'email', "phone" = NULL`, 'Message_has_its_address'],
    ['a message to phone and mailbox', `UPDATE "Message" SET "email" = 'a@b.cn'`, 'Message_has_its_address'],
    ['the secret of a message that is done with', `UPDATE "Message" SET "state" = 'failed', "secret" = 'x'`, 'Message_secret_is_gone'],
    [
      'two messages with a key',
      `INSERT INTO "Message" SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).* FROM "Message" m LIMIT 1`,
      'dedupeKey',
    ],
    [
      'two audit events with a number',
      `INSERT INTO "AuditEvent" SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).* FROM "AuditEvent" a LIMIT 1`,
      'seq',
    ],
  ])('%s', async (_, statement, rule) => {
    await expect(attempt(statement)).rejects.toThrow(rule);
  });
});

const NEVER_CHANGED = [
  'AuditEvent',
  'ApplicationEvent',
  'CompanyChangeEvent',
  'ApplicationSnapshot',
  'FilingEvent',
  'MemberEvent',
  'Consent',
  'DocumentVersion',
];

it('the database counts what charges hold and payments have left, whatever one statement does to several allocations', async () => {
  const member = await aPlainMember();
  const charges = [await owes(member, 2027), await owes(member, 2028)];
  const [first, second] = await db().payment.createManyAndReturn({
    data: [1, 2].map(() => ({ companyId: member.companyId, source: 'bank' as const, amountFen: 300_000, paidOn: new Date('2026-11-23') })),
  });
  const counted = async () => {
    const held = await db().charge.findMany({ where: { id: { in: charges } }, orderBy: { year: 'asc' }, select: { heldFen: true } });
    const left = await db().payment.findMany({
      where: { companyId: member.companyId },
      orderBy: { id: 'asc' },
      select: { id: true, leftFen: true },
    });
    const leftOf = (id?: string) => left.find((payment) => payment.id === id)?.leftFen;
    return { held: held.map(({ heldFen }) => heldFen), left: [leftOf(first?.id), leftOf(second?.id)] };
  };
  const [one = '', other = ''] = charges;
  const allocation = (payment: typeof first, chargeId: string, amountFen: number) => ({
    paymentId: payment?.id ?? '',
    chargeId,
    amountFen,
  });
  await db().allocation.createMany({
    data: [allocation(first, one, 100_000), allocation(first, other, 50_000), allocation(second, one, 20_000)],
  });
  expect(await counted()).toEqual({ held: [120_000, 50_000], left: [150_000, 280_000] });
  await db().allocation.updateMany({ where: { chargeId: { in: charges } }, data: { amountFen: { multiply: 2 } } });
  expect(await counted()).toEqual({ held: [240_000, 100_000], left: [0, 260_000] });
  await db().allocation.deleteMany({ where: { chargeId: one } });
  expect(await counted()).toEqual({ held: [0, 100_000], left: [200_000, 300_000] });
});

describe('what was written down', () => {
  it.each(NEVER_CHANGED)('cannot be changed or deleted by the application: %s', async (table) => {
    await expect(attempt(`UPDATE "${table}" SET "id" = "id"`)).rejects.toThrow(/permission denied/);
    await expect(attempt(`DELETE FROM "${table}"`)).rejects.toThrow(/permission denied/);
    await expect(attempt(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(/permission denied/);
  });

  it.each(NEVER_CHANGED)(
    "cannot be changed or deleted by the database's owner either, short of taking the guard away: %s",
    async (table) => {
      for (const statement of [`UPDATE "${table}" SET "id" = "id"`, `DELETE FROM "${table}"`, `TRUNCATE "${table}" CASCADE`])
        await expect(attempt(statement, { asOwner: true })).rejects.toThrow(/is append-only/);
    },
  );

  it('may be emptied in the audit on a deletion request, but never rewritten', async () => {
    await expect(attempt(`DELETE FROM "AuditPayload"`)).rejects.toThrow(/permission denied/);
    await expect(attempt(`UPDATE "AuditPayload" SET "data" = '{"a":1}'`)).rejects.toThrow(/can only be redacted/);
    await expect(attempt(`UPDATE "AuditPayload" SET "data" = NULL`)).rejects.toThrow(/can only be redacted/);
    for (const statement of [`DELETE FROM "AuditPayload"`, `TRUNCATE "AuditPayload"`])
      await expect(attempt(statement, { asOwner: true })).rejects.toThrow(/can only be redacted|is append-only/);
    await attempt(`UPDATE "AuditPayload" SET "data" = NULL, "redactedAt" = now()`);
    expect(await db().auditPayload.count({ where: { redactedAt: null } })).toBe(0);
  });

  it.each([
    'ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL',
    'DROP TABLE "AuditEvent"',
    'CREATE TABLE "Other" (a int)',
    'SELECT * FROM "_prisma_migrations"',
  ])("is out of the application's reach: %s", async (statement) => {
    await expect(attempt(statement)).rejects.toThrow(/must be owner|permission denied/);
  });
});

import { type AuditEntry, canonicalJson, recordAudit, sha256 } from '../../lib/audit/record-audit';
import { db } from '../../lib/db';
import { transaction } from '../../lib/transaction';
import { anApplication } from '../support/applications';
import { asSuperuser, withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const system = { kind: 'system', name: '清理任务' } as const;
let records = 0;

function anEntry(change: Partial<AuditEntry> = {}): AuditEntry {
  return { action: 'thing.change', record: 'thing', recordId: `thing-${++records}`, data: { b: 1, a: { d: '二', c: null } }, ...change };
}
const record = (entry: AuditEntry) => transaction((tx) => recordAudit(tx, system, entry));

const chainOf = ({ record: name, recordId }: AuditEntry) =>
  db().auditEvent.findMany({ where: { record: name, recordId }, orderBy: { seq: 'asc' }, include: { payload: true } });

/** Where a chain is broken, worked out as somebody would from the documentation, without the product's own code for it. */
async function breaksOf(entry: AuditEntry): Promise<number[]> {
  let previous = '';
  const broken: number[] = [];
  for (const { seq, hash, createdAt, payload, payloadHash, action, actorId, actorName, address, recordId, record: name } of await chainOf(
    entry,
  )) {
    const facts = {
      record: name,
      recordId,
      seq,
      action,
      actorId,
      actorName,
      address,
      payloadHash,
      createdAt: createdAt.toISOString(),
      previous,
    };
    const isWhole = payload?.redactedAt || payloadHash === sha256(canonicalJson(payload?.data));
    if (hash !== sha256(canonicalJson(facts)) || !isWhole) broken.push(seq);
    previous = hash;
  }
  return broken;
}

describe('the audit', () => {
  it('says who, when, from where, and what changed', async () => {
    const reviewer = { ...(await staffWith('reviewer')), address: '203.0.113.5' };
    const entry = anEntry();
    await transaction((tx) => recordAudit(tx, reviewer, entry));
    expect(await chainOf(entry)).toEqual([
      expect.objectContaining({
        seq: 1,
        action: 'thing.change',
        actorId: reviewer.id,
        actorName: reviewer.name,
        address: '203.0.113.5',
        createdAt: expect.any(Date),
        payload: expect.objectContaining({ data: entry.data }),
      }),
    ]);
  });

  it('names the system and visitors where no account acts', async () => {
    const entry = anEntry();
    await record(entry);
    await transaction((tx) => recordAudit(tx, { kind: 'visitor', address: '203.0.113.6' }, entry));
    expect((await chainOf(entry)).map(({ actorId, actorName, address }) => ({ actorId, actorName, address }))).toEqual([
      { actorId: null, actorName: '清理任务', address: '' },
      { actorId: null, actorName: '访客', address: '203.0.113.6' },
    ]);
  });

  it('is written in the same transaction as the change, or not at all', async () => {
    const entry = anEntry();
    const failing = transaction(async (tx) => {
      await recordAudit(tx, system, entry);
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(await chainOf(entry)).toEqual([]);
  });

  it("chains a record's events, each over the one before, also when they are written at the same moment", async () => {
    const entry = anEntry();
    await Promise.all(Array.from({ length: 8 }, (_, n) => record({ ...entry, data: { n } })));
    expect((await chainOf(entry)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await breaksOf(entry)).toEqual([]);
  });

  it('holds over the whole life of an application', async () => {
    const { applicationId } = await anApplication('approved', {
      reviewer: await staffWith('reviewer'),
      finance: await staffWith('finance'),
    });
    const entry = anEntry({ record: 'application', recordId: applicationId });
    expect(await auditOf('application', applicationId)).toEqual(['application.agreeCharter', 'application.submit', 'application.approve']);
    expect(await breaksOf(entry)).toEqual([]);
  });

  it.each([
    ['the action', `UPDATE "AuditEvent" SET "action" = 'nothing' WHERE "seq" = 2 AND "recordId" = $1`, [2]],
    ['who did it', `UPDATE "AuditEvent" SET "actorName" = '别人' WHERE "seq" = 2 AND "recordId" = $1`, [2]],
    ['the moment', `UPDATE "AuditEvent" SET "createdAt" = "createdAt" - interval '1 day' WHERE "seq" = 2 AND "recordId" = $1`, [2]],
    [
      'what changed',
      `UPDATE "AuditPayload" p SET "data" = '{}' FROM "AuditEvent" e WHERE e."id" = p."eventId" AND e."seq" = 2 AND e."recordId" = $1`,
      [2],
    ],
    ['a missing event', `DELETE FROM "AuditEvent" WHERE "seq" = 2 AND "recordId" = $1`, [3]],
  ])('shows by its hashes that somebody who took the guards away changed %s', async (_, statement, expected) => {
    const entry = anEntry();
    for (let n = 0; n < 3; n++) await record(entry);
    const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
    await asSuperuser(`SET session_replication_role = replica; ${statement.replace('$1', `'${entry.recordId}'`)}`, name);
    expect(await breaksOf(entry)).toEqual(expected);
  });

  it('still verifies after a payload was emptied on a deletion request', async () => {
    const entry = anEntry();
    for (let n = 0; n < 3; n++) await record(entry);
    const [, second] = await chainOf(entry);
    await db().$executeRaw`UPDATE "AuditPayload" SET "data" = NULL, "redactedAt" = now() WHERE "eventId" = ${second?.id}::uuid`;
    await record(entry);
    expect(await breaksOf(entry)).toEqual([]);
  });

  it('knows the same data however its keys were ordered', () => {
    expect(canonicalJson({ b: [{ y: 1, x: 2 }], a: '二' })).toBe(canonicalJson({ a: '二', b: [{ x: 2, y: 1 }] }));
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });

  it('never holds a password', async () => {
    await anApplicant();
    await staffWith('admin');
    const all = JSON.stringify(await db().auditPayload.findMany());
    expect(all).not.toMatch(/argon2|mima|password/i);
  });
});

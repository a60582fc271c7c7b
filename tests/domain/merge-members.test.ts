import { verifyCertificate } from '../../lib/certificates/queries';
import { requestRename } from '../../lib/companies/request-rename';
import { db } from '../../lib/db';
import { waiveDues } from '../../lib/dues/decide-charge';
import { paidFen } from '../../lib/dues/paid';
import { addNote } from '../../lib/members/add-note';
import { getMember } from '../../lib/members/get-member';
import { readMemberList } from '../../lib/members/list-filter';
import { listMembers } from '../../lib/members/list-members';
import { mergeMembers } from '../../lib/members/merge-members';
import { previewMerge } from '../../lib/members/merge-preview';
import { changesOf, liaisonOf, uploadLicence } from '../support/companies';
import { withDatabase } from '../support/database';
import { aCharge, anOldMember } from '../support/members';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

let pairs = 0;

/** The same company twice: once under its old name and a wrong code, once as it is. */
async function twice() {
  const n = ++pairs;
  const keep = await anOldMember({ joinedOn: '2021-05-01', change: { name: `湖北楚恒第${n}集团有限公司` } });
  const gone = await anOldMember({ joinedOn: '2012-03-01', change: { name: `湖北省机电第${n}安装公司` } });
  return { keep, gone, ids: { keepId: keep.memberId, goneId: gone.memberId } };
}

const reason = '同一家单位更名前后各有一条记录';

describe('merging a duplicate', () => {
  it('is shown in figures first', async () => {
    const { keep, gone, ids } = await twice();
    await aCharge({ companyId: keep.companyId, year: 2024 });
    await aCharge({ companyId: gone.companyId, year: 2024 });
    await aCharge({ companyId: gone.companyId, year: 2023 });
    expect(await previewMerge({ ...(await staffWith('reviewer')), freshFactor: false }, ids)).toMatchObject({
      keep: { number: keep.number, charges: 1, liaisons: 1 },
      gone: { number: gone.number, charges: 2, liaisons: 1 },
      joinedOn: '2012-03-01',
      sharedYears: [2024],
      closedLiaisons: ['张建国'],
    });
  });

  it('moves names, liaisons, dues, seats and notes, and leaves one member', async () => {
    const { keep, gone, ids } = await twice();
    const reviewer = await staffWith('reviewer');
    await aCharge({ companyId: gone.companyId, year: 2023, paidFen: 300_000 });
    await addNote(reviewer, { memberId: gone.memberId, text: '来电改过地址', notedOn: '2024-01-01', pinned: false, key: 'a' });
    await mergeMembers(reviewer, { ...ids, reason });

    const member = await getMember(reviewer, keep.memberId);
    expect(member).toMatchObject({ number: keep.number, joinedOn: '2012-03-01', formerNumbers: [gone.number, gone.answers.uscc] });
    expect(member.formerNames.map(({ name }) => name)).toEqual([gone.answers.name]);
    expect(member.dues.map(({ year, status }) => [year, status])).toEqual([[2023, 'paid']]);
    expect(member.liaisons.map(({ mobile, to }) => [mobile, to === null])).toEqual([
      [keep.mobile, true],
      [gone.mobile, false],
    ]);
    expect(member.notes.map(({ text, pinned }) => [text.slice(0, 6), pinned])).toEqual([
      ['湖北省机电第', true],
      ['来电改过地址', false],
    ]);
    for (const search of [gone.answers.name, gone.number, gone.answers.uscc, gone.mobile]) {
      const { rows } = await listMembers(reviewer, readMemberList({ search }).filter);
      expect({ search, found: rows.map(({ id }) => id) }).toEqual({ search, found: [keep.memberId] });
    }
    expect(await getMember(reviewer, gone.memberId)).toMatchObject({ id: keep.memberId });
    expect(await auditOf('member', keep.memberId)).toContain('member.absorb');
    expect(await auditOf('member', gone.memberId)).toEqual(['member.note', 'member.merge', 'member.mergedInto']);
  });

  it('counts for the year that both owe what was paid for either, and leaves too much visible', async () => {
    const { keep, gone, ids } = await twice();
    const mine = await aCharge({ companyId: keep.companyId, year: 2024, paidFen: 300_000 });
    const theirs = await aCharge({ companyId: gone.companyId, year: 2024, paidFen: 300_000 });
    await mergeMembers(await staffWith('reviewer'), { ...ids, reason });
    const charge = await db().charge.findUniqueOrThrow({ where: { id: mine }, include: { allocations: true } });
    expect(paidFen(charge)).toBe(300_000);
    expect(await db().payment.findMany({ where: { companyId: keep.companyId, leftFen: { gt: 0 } } })).toMatchObject([{ leftFen: 300_000 }]);
    expect(await db().charge.findUnique({ where: { id: theirs } })).toMatchObject({ state: 'cancelled', companyId: gone.companyId });
    expect(await auditOf('charge', theirs)).toEqual(['charge.cancel']);
  });

  it('ends a proposal to let a year go that the other record has paid', async () => {
    const { keep, gone, ids } = await twice();
    const mine = await aCharge({ companyId: keep.companyId, year: 2024, amountFen: 1_000_000 });
    expect(await waiveDues(await staffWith('finance'), { chargeId: mine, reason: '困难企业' })).toEqual({ proposed: true });
    await aCharge({ companyId: gone.companyId, year: 2024, amountFen: 1_000_000, paidFen: 1_000_000 });
    await mergeMembers(await staffWith('reviewer'), { ...ids, reason });
    expect(await db().charge.findUnique({ where: { id: mine } })).toMatchObject({ state: 'open', heldFen: 1_000_000, proposed: null });
  });

  it('ends the certificates of the other record, and prints the earlier day on a new one', async () => {
    const { keep, gone, ids } = await twice();
    const old = await db().certificate.findFirstOrThrow({ where: { memberId: gone.memberId } });
    await mergeMembers(await staffWith('reviewer'), { ...ids, reason });
    expect(await verifyCertificate(old.token)).toMatchObject({ verdict: 'ended' });
    const now = await db().certificate.findFirstOrThrow({ where: { memberId: keep.memberId, revokedAt: null } });
    expect(await verifyCertificate(now.token)).toMatchObject({ joinedOn: '2012-03-01' });
    // The level that it joined with holds from the earlier day, too.
    const levels = await db().memberLevel.findMany({ where: { memberId: keep.memberId }, orderBy: { from: 'asc' } });
    expect(levels[0]?.from).toEqual(new Date('2012-03-01'));
  });

  it('keeps what is to be looked at of the dues and receipts that come over', async () => {
    const { keep, gone, ids } = await twice();
    await db().member.update({ where: { id: keep.memberId }, data: { incomplete: ['address', 'dues'] } });
    await db().member.update({ where: { id: gone.memberId }, data: { incomplete: ['profile', 'dues', 'receipts'] } });
    await mergeMembers(await staffWith('reviewer'), { ...ids, reason });
    expect(await db().member.findUnique({ where: { id: keep.memberId } })).toMatchObject({ incomplete: ['address', 'dues', 'receipts'] });
  });

  it('keeps a liaison signed in whose place is free', async () => {
    const { keep, gone, ids } = await twice();
    await db().liaison.updateMany({ where: { companyId: gone.companyId }, data: { order: 'second' } });
    await mergeMembers(await staffWith('reviewer'), { ...ids, reason });
    const open = await db().liaison.findMany({ where: { companyId: keep.companyId, to: null }, orderBy: { order: 'asc' } });
    expect(open.map(({ mobile, order }) => [mobile, order])).toEqual([
      [keep.mobile, 'first'],
      [gone.mobile, 'second'],
    ]);
  });

  it('withdraws a request for another name that waits, and goes on with a draft unless that year was begun here', async () => {
    const { keep, gone, ids } = await twice();
    const first = await liaisonOf(gone.companyId, 'first');
    await uploadLicence(first, gone.companyId);
    await requestRename(first, { companyId: gone.companyId, name: '湖北楚恒新名集团有限公司', uscc: gone.answers.uscc });
    const { id: changeId } = await db().companyChange.findFirstOrThrow({ where: { companyId: gone.companyId } });
    const draft = (companyId: string, year: number, payer: string) =>
      db().filingDraft.create({ data: { companyId, year, data: { payer } } });
    await draft(keep.companyId, 2025, '保留的');
    await draft(gone.companyId, 2025, '并入的');
    await draft(gone.companyId, 2026, '并入的');
    const reviewer = await staffWith('reviewer');
    expect(await previewMerge(reviewer, ids)).toMatchObject({ hasRequest: true });

    await mergeMembers(reviewer, { ...ids, reason });

    expect(await changesOf(gone.companyId)).toEqual([]);
    expect(await changesOf(keep.companyId)).toEqual(['request identity: withdrawn']);
    expect(await auditOf('change', changeId)).toEqual(['change.request', 'change.withdraw']);
    expect(await db().filingDraft.findMany({ where: { companyId: gone.companyId } })).toEqual([]);
    expect(await db().filingDraft.findMany({ where: { companyId: keep.companyId }, orderBy: { year: 'asc' } })).toMatchObject([
      { year: 2025, data: { payer: '保留的' } },
      { year: 2026, data: { payer: '并入的' } },
    ]);
    const kept = await liaisonOf(keep.companyId, 'first');
    await uploadLicence(kept, keep.companyId);
    await requestRename(kept, { companyId: keep.companyId, name: '湖北楚恒新名集团有限公司', uscc: keep.answers.uscc });
  });

  it('happens once, not with itself, and not into a record that is gone', async () => {
    const { ids } = await twice();
    const third = await anOldMember();
    const reviewer = await staffWith('reviewer');
    await expect(mergeMembers(reviewer, { keepId: ids.keepId, goneId: ids.keepId, reason })).rejects.toMatchObject({ code: 'invalid' });
    const results = await Promise.allSettled([mergeMembers(reviewer, { ...ids, reason }), mergeMembers(reviewer, { ...ids, reason })]);
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'notFound' } }]);
    await expect(mergeMembers(reviewer, { keepId: ids.goneId, goneId: third.memberId, reason })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('asks a reviewer for a fresh second factor, and is for nobody else', async () => {
    const { ids } = await twice();
    const stale = { ...(await staffWith('reviewer')), freshFactor: false };
    await expect(mergeMembers(stale, { ...ids, reason })).rejects.toMatchObject({ code: 'stepUp' });
    await expect(mergeMembers(await staffWith('overseer'), { ...ids, reason })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

import { today } from '../../lib/clock';
import { toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { addStandard } from '../../lib/dues/add-standard';
import { getMemberDues } from '../../lib/dues/member-dues';
import { getNoticePdf, getNoticesPdf } from '../../lib/dues/notices';
import { previewDues, raiseDues } from '../../lib/dues/raise-dues';
import { getStandard } from '../../lib/dues/standard';
import { confirmTopUp, listTopUps } from '../../lib/dues/top-ups';
import { handleRaiseDues } from '../../lib/jobs/handlers/raise-dues';
import { changeSetting } from '../../lib/settings/change-setting';
import { withDatabase } from '../support/database';
import { aPlainMember, owes, thisYear } from '../support/debtors';
import { staffWith } from '../support/people';

withDatabase();

const chargesOf = async (companyId: string) =>
  (await db().charge.findMany({ where: { companyId }, orderBy: [{ year: 'asc' }, { kind: 'asc' }] })).map(
    ({ year, kind, level, amountFen }) => [year, kind, level, amountFen],
  );

async function promote(memberId: string, level: 'councilMember' | 'vicePresident', from: string): Promise<void> {
  await db().memberLevel.updateMany({ where: { memberId, to: null }, data: { to: toColumn(from) } });
  await db().memberLevel.create({ data: { memberId, level, from: toColumn(from), reason: '晋升' } });
}

const vote = { resolution: '第九届会员代表大会决议', resolvedOn: '2026-10-20', eligible: 300, present: 210, inFavour: 180 };

describe('raising the dues of a year', () => {
  it('adds a row for every active member from its level of that year, and nothing when it is done again', async () => {
    const year = await thisYear();
    const finance = await staffWith('finance');
    const plain = await aPlainMember();
    const council = await aPlainMember({ level: 'councilMember' });
    const left = await aPlainMember();
    await db().member.update({ where: { id: left.memberId }, data: { state: 'withdrawn' } });
    const late = await aPlainMember({ joinedOn: `${year}-02-01` });
    const plan = await previewDues(finance, year - 1);
    expect(plan.due).toEqual([
      { companyId: plain.companyId, name: plain.name, level: 'ordinaryMember', amountFen: 300_000 },
      { companyId: council.companyId, name: council.name, level: 'councilMember', amountFen: 1_000_000 },
    ]);
    expect(plan.leftOut.map(({ name, why }) => [name, why])).toEqual([
      [left.name, 'notActive'],
      [late.name, 'joinedLater'],
    ]);
    expect(await db().charge.count()).toBe(0);
    expect(await raiseDues(finance, year - 1)).toEqual({ raised: 2, amountFen: 1_300_000 });
    expect(await raiseDues(finance, year - 1)).toEqual({ raised: 0, amountFen: 0 });
    expect(await chargesOf(council.companyId)).toEqual([[year - 1, 'standard', 'councilMember', 1_000_000]]);
    await db().member.updateMany({
      where: { id: { in: [plain.memberId, council.memberId, late.memberId] } },
      data: { state: 'suspended' },
    });
  });

  it('adds each row once also when the job and a hand do it at the same moment', async () => {
    const year = await thisYear();
    const members = [await aPlainMember(), await aPlainMember()];
    const finance = await staffWith('finance');
    await Promise.all([raiseDues(finance, year), handleRaiseDues({}, { attempts: 1, max_attempts: 12 }), raiseDues(finance, year)]);
    for (const { companyId } of members) expect(await chargesOf(companyId)).toEqual([[year, 'standard', 'ordinaryMember', 300_000]]);
  });

  it("takes each year's own level and standard, also for years that have passed", async () => {
    const year = await thisYear();
    const finance = await staffWith('finance');
    const member = await aPlainMember();
    await promote(member.memberId, 'councilMember', `${year - 1}-06-01`);
    for (const each of [year - 2, year - 1, year]) await raiseDues(finance, each);
    expect(await chargesOf(member.companyId)).toEqual([
      [year - 2, 'standard', 'ordinaryMember', 300_000],
      [year - 1, 'standard', 'ordinaryMember', 300_000],
      [year, 'standard', 'councilMember', 1_000_000],
    ]);
  });

  it('is for finance and the job, at most a year ahead, and not before there is a standard', async () => {
    const year = await thisYear();
    const finance = await staffWith('finance');
    await expect(raiseDues(await staffWith('overseer'), year)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(raiseDues(await staffWith('admin'), year)).rejects.toMatchObject({ code: 'notFound' });
    await expect(raiseDues(finance, year + 2)).rejects.toMatchObject({ code: 'invalid' });
    await expect(raiseDues(finance, 2010)).rejects.toMatchObject({ code: 'duesStandardMissing' });
  });
});

describe('a promotion during a year', () => {
  it('proposes the difference, which is owed only once staff confirm it, and once', async () => {
    const year = await thisYear();
    const finance = await staffWith('finance');
    const member = await aPlainMember();
    await owes(member, year);
    await promote(member.memberId, 'councilMember', await today());
    const own = async () => (await listTopUps(finance, year)).filter(({ companyId }) => companyId === member.companyId);
    expect(await own()).toEqual([expect.objectContaining({ from: 'ordinaryMember', to: 'councilMember', amountFen: 700_000 })]);
    expect(await chargesOf(member.companyId)).toHaveLength(1);
    const asked = { companyId: member.companyId, year };
    const results = await Promise.allSettled([confirmTopUp(finance, asked), confirmTopUp(finance, asked)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await chargesOf(member.companyId)).toEqual([
      [year, 'standard', 'ordinaryMember', 300_000],
      [year, 'topUp', 'councilMember', 700_000],
    ]);
    expect(await own()).toEqual([]);
    expect((await getMemberDues(member.liaison, member.companyId)).rows.map(({ kind, status }) => [kind, status])).toEqual([
      ['standard', 'unpaid'],
      ['topUp', 'unpaid'],
    ]);
  });
});

describe('a standard of the dues', () => {
  it('is added with its resolution and vote, and holds from its year on', async () => {
    const year = (await thisYear()) + 5;
    await addStandard(await staffWith('admin'), { level: 'vicePresident', fromYear: year, amountFen: 6_000_000, ...vote });
    expect(await getStandard('vicePresident', year)).toMatchObject({ amountFen: 6_000_000, resolution: vote.resolution });
    expect(await getStandard('vicePresident', year - 1)).toMatchObject({ amountFen: 5_000_000 });
  });

  it.each([
    ['too few present', { present: 199 }, 'present'],
    ['half in favour', { inFavour: 105 }, 'inFavour'],
    ['more in favour than present', { inFavour: 211 }, 'inFavour'],
  ])('is refused with %s, by the database as well', async (_, change, field) => {
    const standard = { level: 'councilMember' as const, fromYear: 2040, amountFen: 1_200_000, ...vote, ...change };
    await expect(addStandard(await staffWith('admin'), standard)).rejects.toMatchObject({
      details: { fieldErrors: { [field]: expect.any(String) } },
    });
    const row = { ...standard, resolvedOn: toColumn(standard.resolvedOn) };
    await expect(db().duesStandard.create({ data: row })).rejects.toThrow();
  });

  it('never changes a year that was raised', async () => {
    const year = await thisYear();
    await owes(await aPlainMember(), year);
    const standard = { level: 'ordinaryMember' as const, fromYear: year, amountFen: 400_000, ...vote };
    await expect(addStandard(await staffWith('admin'), standard)).rejects.toMatchObject({
      details: { fieldErrors: { fromYear: expect.any(String) } },
    });
    await expect(addStandard(await staffWith('finance'), standard)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('会费交纳通知书', () => {
  it('is a page a company, for the member itself and for staff, once the account is set', async () => {
    const year = await thisYear();
    const member = await aPlainMember();
    await owes(member, year);
    await expect(getNoticePdf(member.liaison, member.companyId, year)).rejects.toMatchObject({ code: 'invalid' });
    const account = { accountName: '中国施工企业管理协会', bank: '演示银行', accountNumber: '0200000000000000000', bankCode: '' };
    await changeSetting(await staffWith('admin'), 'paymentAccount', account);
    const { body, name } = await getNoticePdf(member.liaison, member.companyId, year);
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(name).toBe(`会费交纳通知书-${year}-${member.name}.pdf`);
    const stranger = await aPlainMember();
    await expect(getNoticePdf(stranger.liaison, member.companyId, year)).rejects.toMatchObject({ code: 'notFound' });
    const many = await getNoticesPdf(await staffWith('finance'), { status: 'unpaid', year, search: member.uscc });
    expect(many.name).toBe('会费交纳通知书-1家.pdf');
    await expect(getNoticesPdf(await staffWith('finance'), { status: 'all', year: 1999, search: '' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(getNoticesPdf(member.liaison, { status: 'all', year, search: '' })).rejects.toMatchObject({ code: 'notFound' });
  });
});

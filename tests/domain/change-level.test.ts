import { getCertificate, verifyCertificate } from '../../lib/certificates/queries';
import { today } from '../../lib/clock';
import { addDays, type Day, yearOf } from '../../lib/days';
import { db } from '../../lib/db';
import type { Level } from '../../lib/generated/prisma/enums';
import { changeLevel } from '../../lib/members/change-level';
import { changeMemberState } from '../../lib/members/change-member-state';
import { previewLevelChange } from '../../lib/members/level-consequence';
import { standingOf } from '../../lib/members/standing';
import { withDatabase } from '../support/database';
import { aCharge, anOldMember, levelsOf } from '../support/members';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

type Given = { level: Level; from?: Day; topUp?: boolean; openLevelId?: string };

async function change(memberId: string, { level, from, topUp = false, openLevelId }: Given) {
  const open = await db().memberLevel.findFirstOrThrow({ where: { memberId, to: null } });
  const given = { memberId, level, from: from ?? (await today()), openLevelId: openLevelId ?? open.id, topUp };
  await changeLevel(await staffWith('reviewer'), { ...given, reason: '会长办公会决定', resolution: '2026 年第 3 次' });
}

async function preview(memberId: string, level: Level, from: Day) {
  return previewLevelChange(await staffWith('reviewer'), { memberId, level, from });
}

describe('the consequence of another level', () => {
  it('is shown before anything is done: what was raised stays, the difference is proposed', async () => {
    const { memberId, companyId } = await anOldMember({ joinedOn: '2020-01-01' });
    const day = await today();
    await aCharge({ companyId, year: yearOf(day), paidFen: 300_000 });
    expect(await preview(memberId, 'councilMember', day)).toEqual([
      { year: yearOf(day), chargedFen: 300_000, paid: true, standardFen: 1_000_000, topUpFen: 700_000 },
    ]);
    expect(await levelsOf(memberId)).toEqual(['ordinaryMember 2020-01-01–']);
  });

  it('is not shown for what would be refused: the same level, a day to come, one before the present level', async () => {
    const { memberId } = await anOldMember({ joinedOn: '2020-01-01' });
    const day = await today();
    const refused = (name: string) => ({ code: 'invalid', details: { fieldErrors: { [name]: expect.any(String) } } });
    await expect(preview(memberId, 'ordinaryMember', day)).rejects.toMatchObject(refused('level'));
    await expect(preview(memberId, 'councilMember', addDays(day, 1))).rejects.toMatchObject(refused('from'));
    await expect(preview(memberId, 'councilMember', '2019-12-31')).rejects.toMatchObject(refused('from'));
  });

  it('proposes nothing for a lower level, for a waived year, and for one that is not raised yet', async () => {
    const day = await today();
    const high = await anOldMember({ level: 'councilMember', joinedOn: '2020-01-01' });
    await aCharge({ companyId: high.companyId, year: yearOf(day), amountFen: 1_000_000 });
    expect(await preview(high.memberId, 'ordinaryMember', day)).toMatchObject([{ topUpFen: 0, paid: false, standardFen: 300_000 }]);

    const waived = await anOldMember({ joinedOn: '2020-01-01' });
    const charge = await aCharge({ companyId: waived.companyId, year: yearOf(day) });
    await db().charge.update({ where: { id: charge }, data: { state: 'waived', reason: '新会员首年' } });
    expect(await preview(waived.memberId, 'councilMember', day)).toMatchObject([{ topUpFen: 0 }]);

    const fresh = await anOldMember({ joinedOn: '2020-01-01' });
    expect(await preview(fresh.memberId, 'councilMember', day)).toMatchObject([{ chargedFen: null, topUpFen: 0 }]);
  });

  it('counts what was topped up before, year by year since the day', async () => {
    const { memberId, companyId } = await anOldMember({ joinedOn: '2020-01-01' });
    const year = yearOf(await today());
    for (const each of [year - 2, year - 1, year]) await aCharge({ companyId, year: each, paidFen: 300_000 });
    await change(memberId, { level: 'councilMember', from: `${year - 1}-03-01`, topUp: true });
    expect(await preview(memberId, 'standingCouncilMember', `${year - 1}-06-01`)).toMatchObject([
      { year: year - 1, chargedFen: 1_000_000, paid: false, topUpFen: 1_000_000 },
      { year, chargedFen: 1_000_000, paid: false, topUpFen: 1_000_000 },
    ]);
  });
});

describe('changing the level', () => {
  it('keeps the level before with its dates, the reason and the resolution', async () => {
    const { memberId } = await anOldMember({ joinedOn: '2020-01-01' });
    const day = addDays(await today(), -10);
    await change(memberId, { level: 'councilMember', from: day });
    expect(await levelsOf(memberId)).toEqual([`ordinaryMember 2020-01-01–${day}`, `councilMember ${day}–`]);
    const now = await db().memberLevel.findFirstOrThrow({ where: { memberId, to: null } });
    expect(now).toMatchObject({ reason: '会长办公会决定', resolution: '2026 年第 3 次' });
    expect(await auditOf('member', memberId)).toEqual(['certificate.reissue', 'member.changeLevel']);
  });

  it('issues a new certificate with the new level, and the old one says 已换发', async () => {
    const { memberId, companyId } = await anOldMember({ joinedOn: '2020-01-01' });
    const old = await db().certificate.findFirstOrThrow({ where: { memberId } });
    await change(memberId, { level: 'vicePresident' });
    expect(await getCertificate(await staffWith('reviewer'), companyId)).toMatchObject({ level: 'vicePresident' });
    expect(await verifyCertificate(old.token)).toMatchObject({ verdict: 'replaced', level: 'ordinaryMember' });
  });

  it('never turns a paid year into 欠费: the top-up is a charge of its own, and the certificate stays valid', async () => {
    const { memberId, companyId } = await anOldMember({ joinedOn: '2020-01-01' });
    const year = yearOf(await today());
    await aCharge({ companyId, year, paidFen: 300_000 });
    await change(memberId, { level: 'councilMember', topUp: true });
    const charges = await db().charge.findMany({
      where: { companyId },
      include: { allocations: true, filings: { include: { filing: true } } },
    });
    expect(charges.map(({ kind, amountFen, level }) => [kind, amountFen, level]).toSorted()).toEqual([
      ['standard', 300_000, 'ordinaryMember'],
      ['topUp', 700_000, 'councilMember'],
    ]);
    expect(standingOf(charges, `${year + 1}-12-31`)).toEqual({ status: 'unpaid', year });
    const certificate = await db().certificate.findFirstOrThrow({ where: { memberId, revokedAt: null } });
    expect(await verifyCertificate(certificate.token)).toMatchObject({ verdict: 'valid', validUntil: `${year + 1}-06-30` });
  });

  it('raises nothing unless asked', async () => {
    const { memberId, companyId } = await anOldMember({ joinedOn: '2020-01-01' });
    await aCharge({ companyId, year: yearOf(await today()), paidFen: 300_000 });
    await change(memberId, { level: 'councilMember' });
    expect(await db().charge.count({ where: { companyId } })).toBe(1);
  });

  it('tells the second of two who change it at the same time', async () => {
    const { memberId } = await anOldMember({ joinedOn: '2020-01-01' });
    const { id: openLevelId } = await db().memberLevel.findFirstOrThrow({ where: { memberId, to: null } });
    const results = await Promise.allSettled([
      change(memberId, { level: 'councilMember', openLevelId }),
      change(memberId, { level: 'vicePresident', openLevelId }),
    ]);
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'stale' } }]);
    expect(await levelsOf(memberId)).toHaveLength(2);
  });

  it('refuses the same level, a day to come, and one before the level of today began', async () => {
    const { memberId } = await anOldMember({ joinedOn: '2020-01-01' });
    const fieldOf = (given: Given) => change(memberId, given).catch((error) => Object.keys(error.details.fieldErrors));
    expect(await fieldOf({ level: 'ordinaryMember' })).toEqual(['level']);
    expect(await fieldOf({ level: 'councilMember', from: addDays(await today(), 1) })).toEqual(['from']);
    expect(await fieldOf({ level: 'councilMember', from: '2019-12-31' })).toEqual(['from']);
    expect(await levelsOf(memberId)).toHaveLength(1);
  });

  it('is not for an ended member, nor for anybody but a reviewer', async () => {
    const { memberId } = await anOldMember({ joinedOn: '2020-01-01' });
    const day = await today();
    const given = { memberId, level: 'councilMember' as const, from: day, openLevelId: '', reason: 'x', resolution: '', topUp: false };
    for (const role of ['finance', 'overseer', 'admin'] as const)
      await expect(changeLevel(await staffWith(role), given)).rejects.toMatchObject({ code: 'forbidden' });
    await changeMemberState(await staffWith('reviewer'), { memberId, event: 'withdraw', reason: 'x', on: day, cancelDues: false });
    await expect(change(memberId, { level: 'councilMember' })).rejects.toMatchObject({ code: 'notEditable' });
  });
});

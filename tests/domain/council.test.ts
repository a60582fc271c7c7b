import { getCompanyPage } from '../../lib/companies/company-page';
import { addSeat } from '../../lib/council/add-seat';
import { changeSeat } from '../../lib/council/change-seat';
import { endSeat } from '../../lib/council/end-seat';
import { exportCouncil } from '../../lib/council/export-council';
import { listCouncil } from '../../lib/council/list-council';
import { listMeeting } from '../../lib/council/meeting';
import { toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { withDatabase } from '../support/database';
import { aCharge, anOldMember } from '../support/members';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const seat = { position: '理事', person: '赵大海', title: '董事长', term: '第十届', from: '2022-01-01', to: '2026-12-31' };
let keys = 0;

async function aUnit(name: string, given: Partial<typeof seat> | null = {}) {
  const unit = await anOldMember({ level: 'councilMember', joinedOn: '2015-01-01', change: { name } });
  if (!given) return { ...unit, seatId: '' };
  const seatId = await addSeat(await staffWith('reviewer'), { memberId: unit.memberId, ...seat, ...given, key: `${++keys}` });
  return { ...unit, seatId };
}

async function seatsOf(memberId: string): Promise<string[]> {
  const rows = await db().councilSeat.findMany({ where: { memberId }, orderBy: { from: 'asc' } });
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';
  return rows.map(({ person, from, to }) => `${person} ${day(from)}–${day(to)}`);
}

describe('a seat of the council', () => {
  it('is handed on from a day: who sat before stays as history', async () => {
    const { memberId, seatId } = await aUnit('安徽徽建集团有限公司');
    const reviewer = await staffWith('reviewer');
    await changeSeat(reviewer, { seatId, version: 1, ...seat, person: '钱小红', from: '2024-07-01' });
    expect(await seatsOf(memberId)).toEqual(['赵大海 2022-01-01–2024-06-30', '钱小红 2024-07-01–2026-12-31']);
    expect(await auditOf('member', memberId)).toEqual(['council.add', 'council.change']);
  });

  it('is read by its member as it is held today: with an end, not over, not yet to begin', async () => {
    const { memberId, companyId, seatId } = await aUnit('安徽徽建第二集团有限公司', { to: '2990-12-31' });
    const reviewer = await staffWith('reviewer');
    await changeSeat(reviewer, { seatId, version: 1, ...seat, to: '2990-12-31', person: '钱小红', from: '2024-07-01' });
    await db().councilSeat.create({
      data: { memberId, position: '理事', person: '孙明', title: '董事长', term: '第十一届', from: toColumn('2991-01-01') },
    });
    expect((await getCompanyPage(reviewer, companyId)).seats.map(({ person }) => person)).toEqual(['钱小红']);
  });

  it('is corrected where its first day stays the same', async () => {
    const { memberId, seatId } = await aUnit('北京远筑集团有限公司');
    await changeSeat(await staffWith('reviewer'), { seatId, version: 1, ...seat, person: '赵大河' });
    expect(await seatsOf(memberId)).toEqual(['赵大河 2022-01-01–2026-12-31']);
  });

  it('ends with a day and a reason', async () => {
    const { memberId, seatId } = await aUnit('重庆建工集团有限公司');
    await endSeat(await staffWith('reviewer'), { seatId, version: 1, on: '2023-05-31', reason: '调离' });
    expect(await seatsOf(memberId)).toEqual(['赵大海 2022-01-01–2023-05-31']);
    expect(await auditOf('member', memberId)).toEqual(['council.add', 'council.end']);
  });

  it('tells the second of two who change it at the same time', async () => {
    const { seatId } = await aUnit('福建闽建集团有限公司');
    const reviewer = await staffWith('reviewer');
    const results = await Promise.allSettled([
      changeSeat(reviewer, { seatId, version: 1, ...seat, person: '钱小红' }),
      endSeat(reviewer, { seatId, version: 1, on: '2023-05-31', reason: '调离' }),
    ]);
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'stale' } }]);
  });

  it('is held once at a time in each position, and for one click once', async () => {
    const { memberId } = await aUnit('甘肃陇建集团有限公司');
    const reviewer = await staffWith('reviewer');
    const again = { memberId, ...seat, person: '钱小红', from: '2024-01-01' };
    await expect(addSeat(reviewer, { ...again, key: 'a' })).rejects.toMatchObject({
      details: { fieldErrors: { from: expect.stringContaining('赵大海') } },
    });
    await addSeat(reviewer, { ...again, position: '监事', key: 'b' });
    await addSeat(reviewer, { ...again, position: '监事', key: 'b' });
    expect(await seatsOf(memberId)).toHaveLength(2);
  });

  it('is not for an ordinary member, nor before its own beginning', async () => {
    const { memberId } = await anOldMember();
    const reviewer = await staffWith('reviewer');
    await expect(addSeat(reviewer, { memberId, ...seat, key: 'c' })).rejects.toMatchObject({ code: 'notEditable' });
    const { seatId } = await aUnit('广东岭峰集团有限公司');
    await expect(changeSeat(reviewer, { seatId, version: 1, ...seat, from: '2021-01-01' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(endSeat(reviewer, { seatId, version: 1, on: '2021-12-31', reason: 'x' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is the reviewers’ to change and all staff’s to see', async () => {
    const { memberId } = await aUnit('广西桂建集团有限公司');
    for (const role of ['finance', 'overseer', 'admin'] as const) {
      await expect(addSeat(await staffWith(role), { memberId, ...seat, key: role })).rejects.toMatchObject({ code: 'forbidden' });
      expect((await listCouncil(await staffWith(role), { level: null, search: '桂建', page: 1 }, '2024-01-01')).rows).toHaveLength(1);
    }
    await expect(listCouncil(await anApplicant(), { level: null, search: '', page: 1 }, '2024-01-01')).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('the council on a day', () => {
  it('shows who sits, and a vacancy where nobody does', async () => {
    const { seatId } = await aUnit('河北冀建集团有限公司');
    await aUnit('河南豫建集团有限公司', null);
    const reviewer = await staffWith('reviewer');
    await changeSeat(reviewer, { seatId, version: 1, ...seat, person: '钱小红', from: '2024-07-01' });
    const people = async (day: string, search = '') => {
      const { rows } = await listCouncil(reviewer, { level: 'councilMember', search, page: 1 }, day);
      return rows
        .filter(({ name }) => /^河/.test(name))
        .map(({ name, seats }) => `${name.slice(0, 2)} ${seats.map(({ person }) => person).join()}`);
    };
    expect(await people('2024-06-30')).toEqual(['河北 赵大海', '河南 ']);
    expect(await people('2024-07-01')).toEqual(['河北 钱小红', '河南 ']);
    expect(await people('2024-07-01', '钱小红')).toEqual(['河北 钱小红']);
  });

  it('leaves out members who have ended', async () => {
    const { memberId } = await aUnit('黑龙江龙建集团有限公司');
    await db().member.update({ where: { id: memberId }, data: { state: 'withdrawn' } });
    const { rows } = await listCouncil(await staffWith('reviewer'), { level: null, search: '龙建', page: 1 }, '2024-01-01');
    expect(rows).toEqual([]);
  });
});

describe('what is to be settled before a meeting', () => {
  it('names units without a seat, units whose term is over, and units in arrears, as of a day', async () => {
    await aUnit('湖北楚建集团有限公司', null);
    await aUnit('湖南湘建集团有限公司', { to: '2023-12-31' });
    const owing = await aUnit('海南琼建集团有限公司');
    await aCharge({
      companyId: owing.companyId,
      year: 2023,
      amountFen: 1_000_000,
      dueOn: '2023-06-30',
      paidFen: 400_000,
      paidOn: '2023-07-15',
    });
    const reviewer = await staffWith('reviewer');
    const on = async (day: string) => {
      const { vacant, lapsed, arrears } = await listMeeting(reviewer, day);
      const named = (rows: { name: string }[]) =>
        rows.map(({ name }) => name.slice(0, 2)).filter((name) => ['湖北', '湖南', '海南'].includes(name));
      return {
        vacant: named(vacant),
        lapsed: named(lapsed),
        arrears: named(arrears),
        owed: arrears.find(({ name }) => /^海南/.test(name))?.owedFen,
      };
    };
    expect(await on('2023-06-30')).toEqual({ vacant: ['湖北'], lapsed: [], arrears: [], owed: undefined });
    expect(await on('2023-07-01')).toEqual({ vacant: ['湖北'], lapsed: [], arrears: ['海南'], owed: 1_000_000 });
    expect(await on('2024-01-01')).toEqual({ vacant: ['湖北'], lapsed: ['湖南'], arrears: ['海南'], owed: 600_000 });
  });

  it('is exported with who sits, in the audit too', async () => {
    const overseer = await staffWith('overseer');
    const sheets = await readWorkbook(await exportCouncil(overseer, '2024-01-01'));
    expect(sheets.map(({ name }) => name)).toEqual(['理事会席位', '没有席位', '任期已满', '欠费']);
    expect(sheets[3]?.rows.find(([, name]) => name?.startsWith('海南'))).toEqual(expect.arrayContaining(['2023', '6000']));
    expect(await db().auditEvent.count({ where: { action: 'council.export', actorId: overseer.id } })).toBe(1);
  });
});

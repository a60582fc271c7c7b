import * as z from 'zod';
import { db } from '../../lib/db';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { exportMembers } from '../../lib/members/export-members';
import { readMemberList } from '../../lib/members/list-filter';
import { countIncomplete, listMembers, MEMBERS_PAGE } from '../../lib/members/list-members';
import { settleItem } from '../../lib/members/settle-item';
import { withDatabase } from '../support/database';
import { aCharge, anOldMember } from '../support/members';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

beforeAll(async () => {
  const beijing = await anOldMember({ level: 'vicePresident', joinedOn: '2019-05-20', change: { name: '北京远筑建设有限公司' } });
  await aCharge({ companyId: beijing.companyId, year: 2020, paidFen: 300_000 });
  const jiangsu = await anOldMember({
    level: 'councilMember',
    joinedOn: '2021-03-01',
    change: { name: '江苏长垣建工有限公司', provinceCode: '320000', cityCode: '320100', industry: 'highway' },
  });
  await aCharge({ companyId: jiangsu.companyId, year: 2022, paidFen: 100_000 });
  const anhui = await anOldMember({
    joinedOn: '2020-01-01',
    change: { name: '安徽徽建有限公司', provinceCode: '340000', cityCode: '340100' },
  });
  await db().member.update({ where: { id: anhui.memberId }, data: { state: 'suspended' } });
  await db().company.update({
    where: { id: anhui.companyId },
    data: { address: '=HYPERLINK("http://evil")', legalRepresentative: '@SUM(A1)', profile: '+1' },
  });
});

async function listed(params: Parameters<typeof readMemberList>[0]): Promise<string[]> {
  const { rows } = await listMembers(await staffWith('finance'), readMemberList(params).filter);
  return rows.map(({ name }) => name.slice(0, 2));
}

describe('the list of members', () => {
  it.each([
    ['everybody, by pinyin', {}, ['安徽', '北京', '江苏']],
    ['a state', { state: 'suspended' }, ['安徽']],
    ['a level', { level: 'vicePresident' }, ['北京']],
    ['a province', { province: '320000' }, ['江苏']],
    ['an industry', { industry: 'highway' }, ['江苏']],
    ['joined from a day to a day, both included', { from: '2020-01-01', to: '2021-03-01' }, ['安徽', '江苏']],
    ['all of it together', { state: 'active', level: 'councilMember', province: '320000', search: '建工', to: '2022-01-01' }, ['江苏']],
    ['who is in arrears, a part paid or not', { dues: 'overdue' }, ['江苏']],
    ['who owes anything', { dues: 'open' }, ['江苏']],
    ['the newest members first', { sort: 'joined' }, ['江苏', '安徽', '北京']],
    ['by number', { sort: 'number' }, ['北京', '安徽', '江苏']],
    ['a page that there is not', { page: '99' }, []],
  ])('shows %s', async (_, params, expected) => {
    expect(await listed(params)).toEqual(expected);
  });

  it.each([
    { state: 'none' },
    { level: 'king' },
    { province: "'; DROP TABLE" },
    { from: '2026-02-30' },
    { to: 'yesterday' },
    { sort: 'random' },
    { columns: 'password' },
    { page: '-1' },
    { state: ['active', 'suspended'] },
  ])('takes %j in an address as not there', async (params) => {
    const { query } = readMemberList(params);
    expect(query).toEqual({});
    expect(await listed(params)).toHaveLength(3);
  });

  it('says what of the dues is open, which a part payment does not settle', async () => {
    const { rows } = await listMembers(await staffWith('finance'), readMemberList({}).filter);
    expect(rows.map(({ standing }) => standing)).toEqual([
      { status: 'settled', year: null },
      { status: 'settled', year: null },
      { status: 'overdue', year: 2022 },
    ]);
  });

  it('goes on to a second page, and says how many there are', async () => {
    for (let n = 0; n < MEMBERS_PAGE; n++) await anOldMember({ joinedOn: '2015-01-01', change: { name: `浙江第${n}建设有限公司` } });
    const filter = readMemberList({ to: '2021-12-31', page: '2' }).filter;
    const { rows, total, atLeast, hasNext } = await listMembers(await staffWith('admin'), filter);
    expect({ shown: rows.length, total, atLeast, hasNext }).toEqual({ shown: 3, total: 23, atLeast: false, hasNext: false });
  });

  it('does not exist for an applicant', async () => {
    await expect(listMembers(await anApplicant(), readMemberList({}).filter)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('待完善', () => {
  it('is a filter, of anything or of one thing, and a column', async () => {
    const { memberId } = await anOldMember({ change: { name: '云南滇建有限公司' } });
    await db().member.update({ where: { id: memberId }, data: { incomplete: ['address', 'dues'] } });
    for (const incomplete of ['any', 'dues']) expect(await listed({ incomplete })).toEqual(['云南']);
    expect(await listed({ incomplete: 'seats' })).toEqual([]);
    expect(await countIncomplete(await staffWith('reviewer'))).toBe(1);
    const { rows } = await listMembers(await staffWith('reviewer'), readMemberList({ incomplete: 'any' }).filter);
    expect(rows[0]?.incomplete).toBe('通讯地址、会费记录');
  });

  it('goes item by item when a reviewer has seen to it, which the audit says once', async () => {
    const { memberId } = await anOldMember();
    await db().member.update({ where: { id: memberId }, data: { incomplete: ['address', 'dues'] } });
    const reviewer = await staffWith('reviewer');
    await settleItem(reviewer, { memberId, item: 'dues' });
    await settleItem(reviewer, { memberId, item: 'dues' });
    expect(await db().member.findUnique({ where: { id: memberId } })).toMatchObject({ incomplete: ['address'] });
    expect(await auditOf('member', memberId)).toEqual(['member.settle']);
    await expect(settleItem(await staffWith('finance'), { memberId, item: 'address' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the columns of the list', () => {
  it('are what the boxes or the link say, in the order of the table, and the usual ones when none is right', () => {
    expect(readMemberList({ columns: ['address', 'uscc', 'nonsense'] }).columns).toEqual(['uscc', 'address']);
    expect(readMemberList({ columns: 'address,uscc' }).query).toEqual({ columns: 'uscc,address' });
    expect(readMemberList({ columns: 'nonsense' }).columns).toEqual(readMemberList({}).columns);
  });
});

const exported = z.object({ query: z.unknown(), columns: z.unknown(), count: z.number() });

describe('the export', () => {
  it('holds exactly what is filtered, with the chosen columns, all pages of it', async () => {
    const list = readMemberList({ to: '2021-12-31', columns: ['number', 'level', 'mobile'], page: '2' });
    const [sheet] = await readWorkbook(await exportMembers(await staffWith('overseer'), list));
    expect(sheet?.rows[0]).toEqual(['单位名称', '会员编号', '会员级别', '联络员手机']);
    expect(sheet?.rows).toHaveLength(24);
    expect(sheet?.rows[2]).toEqual(['北京远筑建设有限公司', '20190001', '副会长单位', expect.stringMatching(/^1380001\d{4}$/)]);
  });

  it('writes what begins like a formula as the text that it is', async () => {
    const list = readMemberList({ state: 'suspended', columns: 'legalRepresentative,address' });
    const body = await exportMembers(await staffWith('reviewer'), list);
    const [sheet] = await readWorkbook(body);
    expect(sheet?.rows[1]).toEqual(['安徽徽建有限公司', '@SUM(A1)', '=HYPERLINK("http://evil")']);
    expect(sheet?.flags).toEqual([]); // a formula without a value would be flagged
  });

  it('is in the audit: who took what, and how many', async () => {
    const reviewer = await staffWith('reviewer');
    await exportMembers(reviewer, readMemberList({ level: 'vicePresident', columns: 'uscc' }));
    const event = await db().auditEvent.findFirstOrThrow({
      where: { actorId: reviewer.id, action: 'member.export' },
      include: { payload: true },
    });
    expect(exported.parse(event.payload?.data)).toEqual({
      query: { level: 'vicePresident', columns: 'uscc' },
      columns: ['uscc'],
      count: 1,
    });
  });

  it('does not exist for a liaison', async () => {
    await expect(exportMembers(await anApplicant(), readMemberList({}))).rejects.toMatchObject({ code: 'notFound' });
  });
});

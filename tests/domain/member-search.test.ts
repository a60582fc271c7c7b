import { db } from '../../lib/db';
import { readMemberList } from '../../lib/members/list-filter';
import { listMembers } from '../../lib/members/list-members';
import { withDatabase } from '../support/database';
import { anOldMember } from '../support/members';
import { staffWith } from '../support/people';

withDatabase();

let chongqing: Awaited<ReturnType<typeof anOldMember>>;
let second: typeof chongqing;

beforeAll(async () => {
  chongqing = await anOldMember({ oldName: '重庆市第一建筑工程公司', change: { name: '重庆建工集团股份有限公司' } });
  second = await anOldMember({ change: { name: '中国建筑第二工程局有限公司' } });
  await db().member.update({
    where: { id: second.memberId },
    data: { number: 'HY-0123', formerNumbers: ['19980007', '91110000600001760P'] },
  });
  await db().certificate.updateMany({ where: { memberId: second.memberId }, data: { number: 'HY-0123' } });
});

async function found(search: string): Promise<string[]> {
  const { rows, total } = await listMembers(await staffWith('reviewer'), readMemberList({ search }).filter);
  expect(total).toBe(rows.length);
  return rows.map(({ name }) => name.slice(0, 4));
}

describe('the one search box of the members', () => {
  it.each([
    ['a part of the name', () => '建工', ['重庆建工']],
    ['a part of an earlier name', () => '第一建筑', ['重庆建工']],
    ['initials', () => 'cqjg', ['重庆建工']],
    ['initials in capitals, full-width', () => 'ＣＱＪＧ', ['重庆建工']],
    ['pinyin with spaces', () => 'zhong guo jian', ['中国建筑']],
    [
      'a whole credit code, in small letters and with a space',
      () => `${chongqing.answers.uscc.slice(0, 8).toLowerCase()} ${chongqing.answers.uscc.slice(8)}`,
      ['重庆建工'],
    ],
    ['the mobile of a liaison, with hyphens', () => chongqing.mobile.replace(/(\d{3})(\d{4})(\d{4})/, '$1-$2-$3'), ['重庆建工']],
    ['a member number', () => chongqing.number, ['重庆建工']],
    ['the beginning of a number of the old system', () => 'hy-01', ['中国建筑']],
    ['a number of a record that was merged into it', () => '19980007', ['中国建筑']],
    ['a credit code of a record that was merged into it', () => '91110000600001760p', ['中国建筑']],
    ['one character', () => '局', ['中国建筑']],
    ['nothing anybody has', () => '没有这家单位', []],
    ['what would be a pattern', () => '2026%', []],
    ['a name that lies across two names', () => '公司重庆', []],
  ])('recognises %s', async (_, search, expected) => {
    expect(await found(search())).toEqual(expected);
  });

  it('finds a company by the mobile of a liaison who is none any more', async () => {
    await db().liaison.updateMany({ where: { companyId: second.companyId }, data: { to: new Date() } });
    expect(await found(second.mobile)).toEqual(['中国建筑']);
  });

  it('does not show a record that was merged into another', async () => {
    const gone = await anOldMember({ change: { name: '重庆建工集团股份公司' } });
    await db().member.update({ where: { id: gone.memberId }, data: { state: 'withdrawn', mergedIntoId: chongqing.memberId } });
    expect(await found('重庆建工')).toEqual(['重庆建工']);
  });
});

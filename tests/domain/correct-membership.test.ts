import { today } from '../../lib/clock';
import { addDays } from '../../lib/days';
import { db } from '../../lib/db';
import { changeMemberState } from '../../lib/members/change-member-state';
import { correctMembership } from '../../lib/members/correct-membership';
import { readMemberList } from '../../lib/members/list-filter';
import { listMembers } from '../../lib/members/list-members';
import { listTimeline } from '../../lib/members/timeline';
import { withDatabase } from '../support/database';
import { anOldMember } from '../support/members';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

type Change = Partial<Parameters<typeof correctMembership>[1]>;

async function correct({ memberId, number: shown }: { memberId: string; number: string }, change: Change) {
  const given = { memberId, shown, number: shown, joinedOn: '2020-01-01', reason: '与证书存根一致', ...change };
  await correctMembership(await staffWith('reviewer'), given);
}

describe('the number and the day of a membership', () => {
  it('are corrected with a new certificate; the level begins with the membership, and the number before still finds it', async () => {
    const member = await anOldMember({ joinedOn: '2020-01-01' });
    await db().member.update({ where: { id: member.memberId }, data: { incomplete: ['number', 'joinedOn', 'dues'] } });
    await correct(member, { number: '20150888', joinedOn: '2015-06-01' });
    const after = await db().member.findUniqueOrThrow({
      where: { id: member.memberId },
      include: { levels: true, certificates: { orderBy: { issuedAt: 'asc' } } },
    });
    expect(after).toMatchObject({
      number: '20150888',
      formerNumbers: [member.number],
      incomplete: ['dues'],
      levels: [{ from: new Date('2015-06-01'), to: null }],
      certificates: [
        { number: member.number, revokedReason: '会员编号或入会日期更正' },
        { revokedAt: null, printed: { memberNumber: '20150888', joinedOn: '2015-06-01' } },
      ],
    });
    const { rows } = await listMembers(await staffWith('reviewer'), readMemberList({ search: member.number }).filter);
    expect(rows.map(({ number }) => number)).toEqual(['20150888']);
    expect(await auditOf('member', member.memberId)).toEqual(expect.arrayContaining(['member.correct', 'certificate.reissue']));
    const [entry] = (await listTimeline(await staffWith('reviewer'), member.memberId)).filter(({ title }) => title.includes('更正'));
    expect(entry).toMatchObject({
      detail: `会员编号：${member.number} → 20150888\n入会日期：2020-01-01 → 2015-06-01\n与证书存根一致`,
      by: '王审核',
    });
    // Put back, it is no number of before.
    await correct({ ...member, number: '20150888' }, { number: member.number, joinedOn: '2015-06-01' });
    expect(await db().member.findUnique({ where: { id: member.memberId } })).toMatchObject({
      number: member.number,
      formerNumbers: ['20150888'],
    });
    await correct(member, { number: '20150888', joinedOn: '2015-06-01' });
    // Nobody else is ever given the number before.
    expect((await anOldMember({ joinedOn: '2020-01-01' })).number).toBe(`${Number(member.number) + 1}`);
  });

  it('are refused: a number of another member, which is named, a day to come, one after what happened since', async () => {
    const member = await anOldMember({ joinedOn: '2020-01-01' });
    const other = await anOldMember({ joinedOn: '2020-01-01' });
    const at = (name: string, text: string) => ({ details: { fieldErrors: { [name]: expect.stringContaining(text) } } });
    await expect(correct(member, { number: other.number })).rejects.toMatchObject(at('number', other.answers.name));
    await expect(correct(member, { joinedOn: addDays(await today(), 1) })).rejects.toMatchObject(at('joinedOn', '不能晚于'));
    const change = { memberId: member.memberId, event: 'suspend', reason: '停业', on: '2022-05-01', cancelDues: false } as const;
    await changeMemberState(await staffWith('reviewer'), change);
    await expect(correct(member, { joinedOn: '2022-05-02' })).rejects.toMatchObject(at('joinedOn', '2022年5月1日'));
    await expect(correct(member, {})).rejects.toMatchObject({ code: 'invalid' });
  });

  it('tell the second of two, and are the reviewers’', async () => {
    const member = await anOldMember({ joinedOn: '2020-01-01' });
    await correct(member, { number: '20200777' });
    await expect(correct(member, { number: '20200778' })).rejects.toMatchObject({ code: 'stale' });
    const given = { memberId: member.memberId, shown: '20200777', number: '20200779', joinedOn: '2020-01-01', reason: '更正' };
    for (const role of ['finance', 'overseer', 'admin'] as const)
      await expect(correctMembership(await staffWith(role), given)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

import { readSheet } from 'read-excel-file/node';
import { today } from '../../lib/clock';
import { addDays, toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { recordUnfiledPayment } from '../../lib/dues/record-unfiled';
import { endLapsed } from '../../lib/members/end-lapsed';
import { exportLapsed } from '../../lib/members/export-lapsed';
import { listLapsed } from '../../lib/members/lapsed';
import { withDatabase } from '../support/database';
import { aPlainMember, files, owes, type PlainMember, thisYear } from '../support/debtors';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const reason = '连续两年未交纳会费';
const listed = async ({ memberId }: PlainMember) =>
  (await listLapsed(await staffWith('reviewer'))).find((each) => each.memberId === memberId);
const stateOf = async ({ memberId }: PlainMember) => (await db().member.findUniqueOrThrow({ where: { id: memberId } })).state;
const pay = async (chargeId: string, amountFen: number) =>
  recordUnfiledPayment(await staffWith('finance'), {
    ...{ chargeId, amountFen, paidOn: await today(), payer: '单位', serial: chargeId, note: '', key: chargeId },
  });

/** A member that has paid nothing of the two years before this one. */
async function aDebtor() {
  const year = await thisYear();
  const member = await aPlainMember();
  const chargeIds = [await owes(member, year - 2), await owes(member, year - 1)];
  return { ...member, year, chargeIds };
}

describe('the proposal list of two unpaid years', () => {
  it('has who let two years go by, with the years, the sum and what could be cancelled; and nothing ends by itself', async () => {
    const debtor = await aDebtor();
    expect(await listed(debtor)).toMatchObject({
      years: [debtor.year - 2, debtor.year - 1],
      openFen: 600_000,
      untouched: { count: 2, fen: 600_000 },
      liaison: { mobile: debtor.phone },
      reminders: { count: 0, lastAt: null },
    });
    expect(await stateOf(debtor)).toBe('active');
    await expect(listLapsed(debtor.liaison)).rejects.toMatchObject({ code: 'notFound' });
  });

  const left: [string, (debtor: Awaited<ReturnType<typeof aDebtor>>) => Promise<unknown>][] = [
    ['has paid one of them', ({ chargeIds }) => pay(chargeIds[0] ?? '', 300_000)],
    ['has paid a part of one', ({ chargeIds }) => pay(chargeIds[0] ?? '', 100_000)],
    ['has filed one, which waits for us', (debtor) => files(debtor, debtor.year - 1)],
    ['is free of one', ({ chargeIds }) => db().charge.update({ where: { id: chargeIds[0] }, data: { state: 'waived', reason: '困难' } })],
    [
      'has time yet for one',
      async ({ chargeIds }) => {
        await db().charge.update({ where: { id: chargeIds[1] }, data: { dueOn: toColumn(addDays(await today(), 1)) } });
      },
    ],
    ['has left', ({ memberId }) => db().member.update({ where: { id: memberId }, data: { state: 'withdrawn' } })],
  ];

  it.each(left)('leaves out who %s', async (_, make) => {
    const debtor = await aDebtor();
    await make(debtor);
    expect(await listed(debtor)).toBeUndefined();
  });

  it('keeps who is suspended: dues go on', async () => {
    const debtor = await aDebtor();
    await db().member.update({ where: { id: debtor.memberId }, data: { state: 'suspended' } });
    expect(await listed(debtor)).toMatchObject({ state: 'suspended' });
  });

  it('leaves as a workbook of exactly what is shown, which the audit remembers', async () => {
    const debtor = await aDebtor();
    const rows = await readSheet(await exportLapsed(await staffWith('overseer'), { search: debtor.uscc }));
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(2, 7)).toEqual([debtor.name, '普通会员', '正常', `${debtor.year - 2}、${debtor.year - 1}`, 6000]);
    expect(await auditOf('member', 'all')).toContain('member.exportLapsed');
  });
});

describe('deciding about them', () => {
  it('ends those who were chosen, each with its reason and its untouched dues, and answers one by one', async () => {
    const [one, other, paid] = [await aDebtor(), await aDebtor(), await aDebtor()];
    await pay(paid.chargeIds[0] ?? '', 300_000);
    const reviewer = await staffWith('reviewer');
    const change = { event: 'withdraw' as const, reason, on: await today(), cancelDues: true };
    const results = await endLapsed(reviewer, { ...change, memberIds: [one.memberId, paid.memberId] });
    expect(results.map(({ memberId, refusal }) => [memberId, refusal]).toSorted()).toEqual(
      [
        [one.memberId, undefined],
        [paid.memberId, expect.stringContaining('已不在名单上')],
      ].toSorted(),
    );
    expect([await stateOf(one), await stateOf(other), await stateOf(paid)]).toEqual(['withdrawn', 'active', 'active']);
    const charges = await db().charge.findMany({ where: { companyId: one.companyId } });
    expect(charges.map(({ state, reason: why }) => [state, why])).toEqual([
      ['cancelled', reason],
      ['cancelled', reason],
    ]);
    expect(await auditOf('member', one.memberId)).toEqual(['member.withdraw']);
    expect(await listed(one)).toBeUndefined();
    const [again] = await endLapsed(reviewer, { ...change, memberIds: [one.memberId] });
    expect(again?.refusal).toBeDefined();
  });

  it('is the reviewer’s, and leaves the dues to be paid when asked to', async () => {
    const debtor = await aDebtor();
    const change = { memberIds: [debtor.memberId], event: 'expel' as const, reason, on: await today(), cancelDues: false };
    await expect(endLapsed(await staffWith('overseer'), change)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(endLapsed(debtor.liaison, change)).rejects.toMatchObject({ code: 'notFound' });
    await endLapsed(await staffWith('reviewer'), change);
    expect(await stateOf(debtor)).toBe('expelled');
    expect(await db().charge.count({ where: { companyId: debtor.companyId, state: 'open' } })).toBe(2);
  });
});

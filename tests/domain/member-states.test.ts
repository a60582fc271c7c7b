import { verifyCertificate } from '../../lib/certificates/queries';
import { today } from '../../lib/clock';
import { addDays } from '../../lib/days';
import { db } from '../../lib/db';
import { changeMemberState } from '../../lib/members/change-member-state';
import { withDatabase } from '../support/database';
import { aCharge, anOldMember } from '../support/members';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

type Change = Partial<Parameters<typeof changeMemberState>[1]>;

async function change(memberId: string, event: 'suspend' | 'reinstate' | 'withdraw' | 'expel', rest: Change = {}) {
  const given = { memberId, event, reason: '单位来函', on: await today(), cancelDues: false, ...rest };
  return changeMemberState(await staffWith('reviewer'), given);
}

async function verdictOf(memberId: string) {
  const { token } = await db().certificate.findFirstOrThrow({ where: { memberId, revokedAt: null } });
  return (await verifyCertificate(token))?.verdict;
}

describe('a membership', () => {
  it('is suspended, reinstated and ended with a reason and a day, each in its history and the audit', async () => {
    const day = await today();
    const { memberId } = await anOldMember({ joinedOn: addDays(day, -10) });
    await change(memberId, 'suspend', { reason: '被列入失信名单', on: addDays(day, -3) });
    expect(await verdictOf(memberId)).toBe('suspended');
    await change(memberId, 'reinstate');
    expect(await verdictOf(memberId)).toBe('valid');
    await change(memberId, 'withdraw');
    expect(await verdictOf(memberId)).toBe('ended');

    const events = await db().memberEvent.findMany({ where: { memberId }, orderBy: { createdAt: 'asc' } });
    expect(events.map(({ from, event, to, reason, actorName }) => [from, event, to, reason, actorName])).toEqual([
      ['active', 'suspend', 'suspended', '被列入失信名单', '王审核'],
      ['suspended', 'reinstate', 'active', '单位来函', '王审核'],
      ['active', 'withdraw', 'withdrawn', '单位来函', '王审核'],
    ]);
    expect(events[0]?.effectiveOn.toISOString().slice(0, 10)).toBe(addDays(day, -3));
    expect(await auditOf('member', memberId)).toEqual(['member.suspend', 'member.reinstate', 'member.withdraw']);
  });

  it('changes on no day before it began, nor before the decision before', async () => {
    const { memberId } = await anOldMember({ joinedOn: '2020-01-01' });
    const early = { details: { fieldErrors: { on: expect.stringContaining('不能早于') } } };
    await expect(change(memberId, 'suspend', { on: '2019-12-31' })).rejects.toMatchObject(early);
    await change(memberId, 'suspend', { on: '2024-05-01' });
    await expect(change(memberId, 'reinstate', { on: '2024-04-30' })).rejects.toMatchObject(early);
  });

  it('that was expelled comes back only by being reinstated', async () => {
    const { memberId } = await anOldMember();
    await change(memberId, 'expel');
    await expect(change(memberId, 'suspend')).rejects.toMatchObject({ code: 'alreadyDecided' });
    await change(memberId, 'reinstate');
    expect(await db().member.findUnique({ where: { id: memberId } })).toMatchObject({ state: 'active' });
  });

  it('is ended once, also when two reviewers press at the same moment', async () => {
    const { memberId } = await anOldMember();
    const results = await Promise.allSettled([change(memberId, 'withdraw'), change(memberId, 'expel')]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db().memberEvent.count({ where: { memberId } })).toBe(1);
  });

  it('needs a reason, and no day to come', async () => {
    const { memberId } = await anOldMember();
    await expect(change(memberId, 'suspend', { reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(change(memberId, 'suspend', { on: addDays(await today(), 1) })).rejects.toMatchObject({
      details: { fieldErrors: { on: expect.stringContaining('不能晚于今天') } },
    });
    expect(await db().memberEvent.count({ where: { memberId } })).toBe(0);
  });

  it.each(['finance', 'overseer', 'admin'] as const)('is not for %s to change', async (role) => {
    const { memberId } = await anOldMember();
    const given = { memberId, event: 'expel' as const, reason: 'x', on: await today(), cancelDues: false };
    await expect(changeMemberState(await staffWith(role), given)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the dues of a member that ends', () => {
  it('stay as they are unless asked, and then only what nobody paid anything of is cancelled', async () => {
    const { memberId, companyId } = await anOldMember();
    const untouched = await aCharge({ companyId, year: 2024 });
    const half = await aCharge({ companyId, year: 2023, paidFen: 100_000 });
    const paid = await aCharge({ companyId, year: 2022, paidFen: 300_000 });
    const stateOf = async (id: string) => (await db().charge.findUniqueOrThrow({ where: { id } })).state;

    await change(memberId, 'withdraw');
    expect(await stateOf(untouched)).toBe('open');
    await change(memberId, 'reinstate');
    await change(memberId, 'withdraw', { cancelDues: true });
    expect([await stateOf(untouched), await stateOf(half), await stateOf(paid)]).toEqual(['cancelled', 'open', 'open']);
    expect(await auditOf('charge', untouched)).toEqual(['charge.cancel']);
  });

  it('are not cancelled by a suspension, whatever the form says', async () => {
    const { memberId, companyId } = await anOldMember();
    const charge = await aCharge({ companyId, year: 2024 });
    await change(memberId, 'suspend', { cancelDues: true });
    expect(await db().charge.findUnique({ where: { id: charge } })).toMatchObject({ state: 'open' });
  });
});

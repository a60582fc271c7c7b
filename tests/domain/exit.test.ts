import { verifyCertificate } from '../../lib/certificates/queries';
import { today } from '../../lib/clock';
import { acceptExit } from '../../lib/companies/accept-exit';
import { askExit } from '../../lib/companies/ask-exit';
import { countChanges, getChange, listChanges } from '../../lib/companies/change-queue';
import { declineExit } from '../../lib/companies/decline-exit';
import { getExitPage } from '../../lib/companies/exit-page';
import { withdrawExit } from '../../lib/companies/withdraw-exit';
import { addDays, yearOf } from '../../lib/days';
import { db } from '../../lib/db';
import { changeMemberState } from '../../lib/members/change-member-state';
import { getMemberHome } from '../../lib/members/queries';
import { aMember, aPlainMember, changesOf } from '../support/companies';
import { withDatabase } from '../support/database';
import { aCharge } from '../support/members';
import { staffWith } from '../support/people';
import { auditOf, messagesTo } from '../support/trail';

withDatabase();

const reason = '企业改制，业务方向调整。';

/** A member that owes last year and has paid half of this year, and has asked to leave. */
async function anExit() {
  const member = await aPlainMember();
  const { companyId, first } = member;
  const year = yearOf(await today());
  await aCharge({ companyId, year: year - 1 });
  await aCharge({ companyId, year, paidFen: 150_000, paidOn: await today() });
  await askExit(first, { companyId, reason });
  const { id: changeId } = await db().companyChange.findFirstOrThrow({ where: { companyId, kind: 'exit' } });
  const { member: row } = await db().company.findUniqueOrThrow({ where: { id: companyId }, include: { member: true } });
  return { ...member, changeId, year, memberId: row?.id ?? '', reviewer: await staffWith('reviewer') };
}

const stateOf = async (id: string) => (await db().member.findUniqueOrThrow({ where: { id } })).state;
const on = () => today();

describe('退会申请', () => {
  it('shows first what it means for the dues: what is open, and what was paid for the year', async () => {
    const { first, companyId, year } = await anExit();
    expect(await getExitPage(first, companyId)).toMatchObject({
      mayAsk: true,
      consequence: {
        open: [
          { year: year - 1, openFen: 300_000, untouched: true },
          { year, openFen: 150_000, untouched: false },
        ],
        paidFen: 150_000,
      },
    });
  });

  it('waits in the queue with its reason; until it is decided nothing changes, and the first page says that it waits', async () => {
    const { first, companyId, changeId, memberId, reviewer, answers } = await anExit();
    expect(await listChanges(reviewer, { tab: 'exit', search: answers.name, page: 1 })).toMatchObject({
      rows: [{ id: changeId, kind: 'exit', lines: [{ label: '退会原因', after: reason }] }],
    });
    expect((await countChanges(reviewer)).exit).toBeGreaterThan(0);
    expect((await getMemberHome(first, companyId)).tasks).toContainEqual({ kind: 'exitPending' });
    expect(await stateOf(memberId)).toBe('active');
    expect(await auditOf('change', changeId)).toEqual(['change.askExit']);
  });

  it('is one at a time: a second is refused while the first waits, and taken after it was withdrawn', async () => {
    const { first, companyId } = await anExit();
    await expect(askExit(first, { companyId, reason })).rejects.toMatchObject({ code: 'requestOpen' });
    await withdrawExit(first, companyId);
    await expect(withdrawExit(first, companyId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    await askExit(first, { companyId, reason });
    expect(await changesOf(companyId)).toEqual(['exit membership: withdrawn', 'exit membership: pending']);
  });

  it('is one also of two at the same moment', async () => {
    const { first, companyId } = await aPlainMember();
    const results = await Promise.allSettled([askExit(first, { companyId, reason }), askExit(first, { companyId, reason })]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is the first liaison’s to make and to take back; another company’s does not exist', async () => {
    const { companyId, second } = await aMember({ second: true });
    if (!second) throw new Error('no second liaison');
    const { first: stranger } = await aPlainMember();
    await expect(askExit(second, { companyId, reason })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(askExit(stranger, { companyId, reason })).rejects.toMatchObject({ code: 'notFound' });
    await expect(withdrawExit(second, companyId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getExitPage(stranger, companyId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('accepting 退会申请', () => {
  it('ends the membership from the chosen day, with the certificate, and tells the first liaison', async () => {
    const { first, companyId, changeId, memberId, reviewer, answers } = await anExit();
    const { token } = await db().certificate.findFirstOrThrow({ where: { memberId } });
    const day = addDays(await today(), -2);
    await acceptExit(reviewer, { changeId, on: day, cancelDues: false });
    expect(await changesOf(companyId)).toEqual(['exit membership: confirmed']);
    expect(await verifyCertificate(token)).toMatchObject({ verdict: 'ended' });
    const [event] = await db().memberEvent.findMany({ where: { memberId } });
    expect(event).toMatchObject({ event: 'withdraw', to: 'withdrawn', reason: `会员申请退会：${reason}` });
    expect(event?.effectiveOn.toISOString().slice(0, 10)).toBe(day);
    expect(await messagesTo(first.phone, 'exitAccepted')).toEqual([
      expect.objectContaining({ jobs: 1, parameters: expect.objectContaining({ company: answers.name }) }),
    ]);
    expect(await auditOf('change', changeId)).toEqual(['change.askExit', 'change.accept']);
    await expect(askExit(first, { companyId, reason })).rejects.toMatchObject({ code: 'notEditable' });
  });

  it.each([
    [true, ['cancelled', 'open']],
    [false, ['open', 'open']],
  ])('cancels what nobody has paid anything of where staff choose so (%s); what money moved for stays', async (cancelDues, states) => {
    const { companyId, changeId, reviewer } = await anExit();
    await acceptExit(reviewer, { changeId, on: await on(), cancelDues });
    const charges = await db().charge.findMany({ where: { companyId }, orderBy: { year: 'asc' } });
    expect(charges.map(({ state }) => state)).toEqual(states);
  });

  it('is refused for a day to come, and then nothing has happened', async () => {
    const { changeId, companyId, memberId, reviewer } = await anExit();
    await expect(acceptExit(reviewer, { changeId, on: addDays(await today(), 1), cancelDues: false })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await stateOf(memberId)).toBe('active');
    expect(await changesOf(companyId)).toEqual(['exit membership: pending']);
  });

  it('is a reviewer’s to do', async () => {
    const { changeId, first } = await anExit();
    for (const [actor, code] of [
      [await staffWith('overseer'), 'forbidden'],
      [first, 'forbidden'],
      [await staffWith('finance'), 'notFound'],
    ] as const) {
      await expect(acceptExit(actor, { changeId, on: await on(), cancelDues: false })).rejects.toMatchObject({ code });
      await expect(declineExit(actor, { changeId, reason: 'x' })).rejects.toMatchObject({ code });
    }
  });

  it('happens once of two reviewers who decide and a member who withdraws at the same moment; the others are told', async () => {
    const { changeId, companyId, first, reviewer } = await anExit();
    const other = await staffWith('reviewer');
    const results = await Promise.allSettled([
      acceptExit(reviewer, { changeId, on: await on(), cancelDues: true }),
      declineExit(other, { changeId, reason: '请先结清会费' }),
      withdrawExit(first, companyId),
    ]);
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(lost).toEqual([expect.objectContaining({ code: 'alreadyDecided' }), expect.objectContaining({ code: 'alreadyDecided' })]);
    expect(await db().companyChangeEvent.count({ where: { changeId } })).toBe(1);
  });

  it('comes about by itself when the membership ends in another way', async () => {
    const { changeId, companyId, memberId, reviewer } = await anExit();
    await changeMemberState(reviewer, { memberId, event: 'expel', reason: '会议决定', on: await on(), cancelDues: false });
    expect(await changesOf(companyId)).toEqual(['exit membership: confirmed']);
    await expect(acceptExit(reviewer, { changeId, on: await on(), cancelDues: false })).rejects.toMatchObject({ code: 'alreadyDecided' });
  });
});

describe('declining 退会申请', () => {
  it('leaves the member as it is, with words that it reads, and needs them', async () => {
    const { changeId, companyId, first, memberId, reviewer } = await anExit();
    await expect(declineExit(reviewer, { changeId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await declineExit(reviewer, { changeId, reason: '请先结清上一年度会费。' });
    expect(await stateOf(memberId)).toBe('active');
    expect(await getExitPage(first, companyId)).toMatchObject({
      exit: { state: 'declined', events: [{ event: 'decline', byStaff: true, reason: '请先结清上一年度会费。' }] },
    });
    expect(await getChange(reviewer, changeId)).toMatchObject({ consequence: null });
    expect(await messagesTo(first.phone, 'exitDeclined')).toHaveLength(1);
  });
});

import { acknowledgeChange } from '../../lib/companies/acknowledge-change';
import { countChanges, listChanges } from '../../lib/companies/change-queue';
import { editCompany } from '../../lib/companies/edit-company';
import { undoChange } from '../../lib/companies/undo-change';
import { db } from '../../lib/db';
import { aMember, changesOf, contact, openEdit } from '../support/companies';
import { withDatabase } from '../support/database';
import { staffWith } from '../support/people';
import { auditOf, messagesTo } from '../support/trail';

withDatabase();

/** A member that has just changed its address. */
async function aNotice(postcode = '200000') {
  const member = await aMember();
  await editCompany(member.first, (await openEdit(member.first, member.companyId)).form({ postcode }));
  const { id: changeId } = await db().companyChange.findFirstOrThrow({ where: { companyId: member.companyId } });
  return { ...member, changeId, reviewer: await staffWith('reviewer') };
}

const eventsOf = async (changeId: string) =>
  (await db().companyChangeEvent.findMany({ where: { changeId }, orderBy: { createdAt: 'asc' } })).map(
    ({ event, from, to }) => `${event}: ${from} → ${to}`,
  );
const postcodeOf = async (id: string) => (await db().company.findUniqueOrThrow({ where: { id } })).postcode;

describe('a notice of a change', () => {
  it('waits in the queue with what it was and became, since when', async () => {
    const { changeId, answers, reviewer } = await aNotice();
    const { rows } = await listChanges(reviewer, { tab: 'notice', search: answers.name, page: 1 });
    expect(rows).toMatchObject([
      { id: changeId, companyName: answers.name, madeAt: expect.any(Date), lines: [{ label: '邮编', before: '100038', after: '200000' }] },
    ]);
    expect((await countChanges(reviewer)).notice).toBeGreaterThan(0);
  });

  it('is acknowledged once: the value stays, the row leaves the queue', async () => {
    const { changeId, companyId, reviewer } = await aNotice();
    await acknowledgeChange(reviewer, changeId);
    expect(await changesOf(companyId)).toEqual(['notice address: acknowledged']);
    expect(await eventsOf(changeId)).toEqual(['acknowledge: pending → acknowledged']);
    expect(await auditOf('change', changeId)).toEqual(['change.acknowledge']);
    expect(await postcodeOf(companyId)).toBe('200000');
    await expect(acknowledgeChange(reviewer, changeId)).rejects.toMatchObject({ code: 'alreadyDecided' });
  });

  it('is undone, also after it was acknowledged: the value is what it was, the first liaison is told, the reason stays', async () => {
    const { changeId, companyId, first, answers, reviewer } = await aNotice();
    await acknowledgeChange(reviewer, changeId);
    await undoChange(reviewer, { changeId, reason: '地址与来函不一致。' });
    expect(await postcodeOf(companyId)).toBe('100038');
    expect(await eventsOf(changeId)).toEqual(['acknowledge: pending → acknowledged', 'undo: acknowledged → undone']);
    expect(await messagesTo(first.phone, 'changeUndone')).toEqual([
      expect.objectContaining({ jobs: 1, parameters: { company: answers.name, what: '通讯地址' } }),
    ]);
    await expect(undoChange(reviewer, { changeId, reason: '再一次' })).rejects.toMatchObject({ code: 'alreadyDecided' });
  });

  it('is undone for a liaison in a new row, so that who was reached how and when is still known', async () => {
    const { first, companyId } = await aMember();
    const { base, form } = await openEdit(first, companyId);
    await editCompany(first, form(contact(base, { title: '部长' })));
    const { id: changeId } = await db().companyChange.findFirstOrThrow({ where: { companyId } });
    await undoChange(await staffWith('reviewer'), { changeId, reason: '不是本人填写' });
    const rows = await db().liaison.findMany({ where: { companyId }, orderBy: { from: 'asc' }, select: { title: true, to: true } });
    expect(rows.map(({ title, to }) => [title, to === null])).toEqual([
      ['主任', false],
      ['部长', false],
      ['主任', true],
    ]);
  });

  it('cannot be undone once the same was changed again: the later value stays, and staff are told why', async () => {
    const { changeId, companyId, first, reviewer } = await aNotice();
    await editCompany(first, (await openEdit(first, companyId)).form({ postcode: '300000' }));
    await expect(undoChange(reviewer, { changeId, reason: 'x' })).rejects.toMatchObject({ code: 'changedAgain' });
    expect(await postcodeOf(companyId)).toBe('300000');
    expect(await eventsOf(changeId)).toEqual([]);
    expect(await messagesTo(first.phone, 'changeUndone')).toEqual([]);
  });

  it('needs a reason to be undone', async () => {
    const { changeId, reviewer, companyId } = await aNotice();
    await expect(undoChange(reviewer, { changeId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await postcodeOf(companyId)).toBe('200000');
  });

  it('is decided once when two reviewers do so at the same moment', async () => {
    const { changeId, companyId, reviewer } = await aNotice();
    const other = await staffWith('reviewer');
    const results = await Promise.allSettled([
      undoChange(reviewer, { changeId, reason: '一' }),
      undoChange(other, { changeId, reason: '二' }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await eventsOf(changeId)).toEqual(['undo: pending → undone']);
    expect(await postcodeOf(companyId)).toBe('100038');
  });

  it("is the reviewers' to decide: the overseer sees it, finance and strangers do not", async () => {
    const { changeId, first } = await aNotice();
    const { first: stranger } = await aMember();
    for (const [actor, code] of [
      [await staffWith('overseer'), 'forbidden'],
      [first, 'forbidden'],
      [await staffWith('finance'), 'notFound'],
      [stranger, 'notFound'],
    ] as const) {
      await expect(acknowledgeChange(actor, changeId)).rejects.toMatchObject({ code });
      await expect(undoChange(actor, { changeId, reason: 'x' })).rejects.toMatchObject({ code });
    }
  });
});

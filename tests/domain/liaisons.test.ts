import type { AccountActor } from '../../lib/access/actor';
import { findSession, openSession } from '../../lib/accounts/sessions';
import { getChange, listChanges } from '../../lib/companies/change-queue';
import { getCompanyPage } from '../../lib/companies/company-page';
import { undoChange } from '../../lib/companies/undo-change';
import { db } from '../../lib/db';
import { inviteLiaison } from '../../lib/invitations/invite-liaisons';
import { addLiaison } from '../../lib/liaisons/add-liaison';
import { handOver } from '../../lib/liaisons/hand-over';
import { listLiaisons } from '../../lib/liaisons/list-liaisons';
import { proveLiaison } from '../../lib/liaisons/prove-liaison';
import { removeLiaison } from '../../lib/liaisons/remove-liaison';
import { replaceLiaison } from '../../lib/liaisons/replace-liaison';
import { sendNewCode, sendOwnCode, sendProof } from '../../lib/liaisons/send-code';
import { listTimeline } from '../../lib/members/timeline';
import { storeUpload } from '../../lib/uploads/store-upload';
import { smallPicture } from '../support/applications';
import { aMember, aPlainMember, changesOf, liaisonOf } from '../support/companies';
import { withDatabase } from '../support/database';
import { anApplicant, newPhone, staffWith } from '../support/people';
import { anotherCode, codeOf } from '../support/sms';
import { auditOf, messagesTo } from '../support/trail';

withDatabase();

const aPerson = (mobile = newPhone()) => ({ name: '李新', department: '办公室', title: '主任', mobile, email: 'lixin@qq.com' });
const openRows = (companyId: string) => db().liaison.findMany({ where: { companyId, to: null }, orderBy: { order: 'asc' } });
const at = (field: string) => ({ details: { fieldErrors: { [field]: expect.any(String) } } });
async function signedIn({ id }: { id: string }) {
  const secret = await openSession({ accountId: id, address: '', userAgent: '' });
  return async () => {
    const found = await findSession(secret, '');
    return found?.kind === 'account' ? found.companyIds : null;
  };
}

/** Everything 更换联络员 asks for, with both codes read from the phones. */
async function aHandOver(first: AccountActor, companyId: string, person = aPerson()) {
  const { flow } = await sendNewCode(first, { companyId, mobile: person.mobile });
  const own = await sendOwnCode(first, companyId);
  return { companyId, ...person, flow, code: await codeOf(flow), ownFlow: own.flow, ownCode: await codeOf(own.flow) };
}

/** A second liaison, named and not proven. */
async function anUnproven() {
  const { companyId, first } = await aPlainMember();
  const person = aPerson();
  await addLiaison(first, { companyId, ...person });
  const { id: liaisonId } = await db().liaison.findFirstOrThrow({ where: { companyId, order: 'second', to: null } });
  return { companyId, first, person, liaisonId };
}

describe('a second liaison', () => {
  it('is named at once and is 待验证: kept and shown, without access', async () => {
    const { companyId, first, person } = await anUnproven();
    expect((await openRows(companyId)).map(({ order, mobile, accountId }) => [order, mobile, accountId !== null])).toEqual([
      ['first', first.phone, true],
      ['second', person.mobile, false],
    ]);
    expect(await changesOf(companyId)).toEqual(['notice secondLiaison: pending']);
    expect(await getCompanyPage(first, companyId)).toMatchObject({ unproven: ['second'] });
    expect(await listLiaisons(first, companyId)).toMatchObject({ mayChange: true, open: [{ isUnproven: false }, { isUnproven: true }] });
  });

  it('may sign in for the company once the code on the phone is answered, and not before', async () => {
    const { companyId, first, person, liaisonId } = await anUnproven();
    const { flow } = await sendProof(first, liaisonId);
    const code = await codeOf(flow);
    await expect(proveLiaison(first, { liaisonId, flow, code: anotherCode(code) })).rejects.toMatchObject({ code: 'codeWrong' });
    expect((await openRows(companyId))[1]?.accountId).toBeNull();
    await proveLiaison(first, { liaisonId, flow, code });
    const second = await liaisonOf(companyId, 'second');
    expect(second).toMatchObject({ phone: person.mobile, companyIds: [companyId] });
    expect(await messagesTo(person.mobile, 'invitation')).toHaveLength(1);
    await expect(proveLiaison(first, { liaisonId, flow, code })).rejects.toMatchObject({ code: 'handedOver' });
  });

  it('gains nothing by an account of its own: the code counts, not the phone', async () => {
    const { companyId, first } = await aPlainMember();
    const stranger = await anApplicant();
    const companies = await signedIn(stranger);
    await addLiaison(first, { companyId, ...aPerson(stranger.phone) });
    expect(await companies()).toEqual([]);
  });

  it.each([
    ['the first liaison', async ({ first }: { first: AccountActor }) => first.phone],
    ['staff', async () => (await staffWith('finance')).phone],
  ])('cannot have the phone of %s', async (_, phoneOf) => {
    const { companyId, first } = await aPlainMember();
    await expect(addLiaison(first, { companyId, ...aPerson(await phoneOf({ first })) })).rejects.toMatchObject(at('mobile'));
    expect(await openRows(companyId)).toHaveLength(1);
  });

  it('is one at most, also when two are named at the same moment', async () => {
    const { companyId, first } = await aPlainMember();
    const done = await Promise.allSettled([1, 2].map(() => addLiaison(first, { companyId, ...aPerson() })));
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await openRows(companyId)).toHaveLength(2);
  });

  it('removed while signed in loses the company at the next request, and stays in the history', async () => {
    const { companyId, first, second } = await aMember({ second: true });
    if (!second) throw new Error('no second liaison');
    const companies = await signedIn(second);
    expect(await companies()).toEqual([companyId]);
    const liaisonId = (await openRows(companyId))[1]?.id ?? '';
    await expect(removeLiaison(second, liaisonId)).rejects.toMatchObject({ code: 'forbidden' });
    await removeLiaison(first, liaisonId);
    expect(await companies()).toBeNull();
    expect((await listLiaisons(first, companyId)).former).toMatchObject([{ name: '周敏', order: 'second', to: expect.any(Date) }]);
    expect(await messagesTo(second.phone, 'liaisonLeft')).toHaveLength(1);
  });

  it('cannot remove the first, nor can the first remove itself', async () => {
    const { companyId, first, second } = await aMember({ second: true });
    const liaisonId = (await openRows(companyId))[0]?.id ?? '';
    if (!second) throw new Error('no second liaison');
    await expect(removeLiaison(second, liaisonId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeLiaison(first, liaisonId)).rejects.toMatchObject({ code: 'handedOver' });
    expect(await openRows(companyId)).toHaveLength(2);
  });
});

describe('更换联络员', () => {
  it('moves sign-in, the application and its papers to the new person; the leaver is out at the next request', async () => {
    const { companyId, first, applicationId } = await aMember();
    const companies = await signedIn(first);
    const form = await aHandOver(first, companyId);
    await handOver(first, form);
    const heir = await liaisonOf(companyId, 'first');
    expect(heir).toMatchObject({ phone: form.mobile, companyIds: [companyId] });
    expect(await companies()).toBeNull();
    expect(await db().application.findUniqueOrThrow({ where: { id: applicationId } })).toMatchObject({ registrantId: heir.id });
    const rows = await db().liaison.findMany({ where: { companyId, order: 'first' }, orderBy: { from: 'asc' } });
    expect(rows.map(({ mobile, to }) => [mobile, to !== null])).toEqual([
      [first.phone, true],
      [form.mobile, false],
    ]);
    expect(await auditOf('company', companyId)).toContain('liaison.handOver');
    expect(await messagesTo(form.mobile, 'invitation')).toHaveLength(1);
  });

  it('leaves a liaison of another company signed in for that one', async () => {
    const { companyId, first } = await aPlainMember();
    const other = await aPlainMember();
    await db().liaison.updateMany({ where: { companyId: other.companyId }, data: { accountId: first.id } });
    const companies = await signedIn(first);
    await handOver(first, await aHandOver(first, companyId));
    expect(await companies()).toEqual([other.companyId]);
  });

  it('may go to somebody who is a liaison elsewhere', async () => {
    const { companyId, first } = await aPlainMember();
    const elsewhere = await aPlainMember();
    await handOver(first, await aHandOver(first, companyId, aPerson(elsewhere.first.phone)));
    expect((await liaisonOf(companyId, 'first')).companyIds.toSorted()).toEqual([companyId, elsewhere.companyId].toSorted());
  });

  it.each([
    ['code', 'on the new phone'],
    ['ownCode', 'on the own phone'],
  ] as const)('changes nothing without the right %s %s', async (field, _where) => {
    const { companyId, first } = await aPlainMember();
    const form = await aHandOver(first, companyId);
    await expect(handOver(first, { ...form, [field]: anotherCode(form[field]) })).rejects.toMatchObject(at(field));
    expect((await liaisonOf(companyId, 'first')).id).toBe(first.id);
    await handOver(first, form);
  });

  it('is refused for the other liaison’s phone and for staff’s, before an SMS is sent', async () => {
    const { companyId, first, second } = await aMember({ second: true });
    const phones = [second?.phone ?? '', first.phone, (await staffWith('reviewer')).phone];
    for (const mobile of phones) await expect(sendNewCode(first, { companyId, mobile })).rejects.toMatchObject(at('mobile'));
  });

  it('is not for the second liaison, nor for other companies', async () => {
    const { companyId, second } = await aMember({ second: true });
    const stranger = await aPlainMember();
    if (!second) throw new Error('no second liaison');
    await expect(sendOwnCode(second, companyId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(sendOwnCode(stranger.first, companyId)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is won by one of two at the same moment; the other is told', async () => {
    const { companyId, first } = await aPlainMember();
    const one = await aHandOver(first, companyId);
    const mobile = newPhone();
    await db().limit.deleteMany({}); // a minute later
    const other = await aHandOver(first, companyId, aPerson(mobile));
    const done = await Promise.allSettled([handOver(first, one), handOver(first, other)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/handedOver|forbidden/) },
    });
    expect((await openRows(companyId)).filter(({ order }) => order === 'first')).toHaveLength(1);
  });

  it('is not undone like a change of contact data', async () => {
    const { companyId, first } = await aPlainMember();
    await handOver(first, await aHandOver(first, companyId));
    const { id: changeId } = await db().companyChange.findFirstOrThrow({ where: { companyId } });
    await expect(undoChange(await staffWith('reviewer'), { changeId, reason: '原因' })).rejects.toMatchObject({ code: 'changedAgain' });
  });
});

describe('更换联络员 by staff', () => {
  async function aLetter() {
    const { companyId, first } = await aPlainMember();
    const reviewer = { ...(await staffWith('reviewer')), freshFactor: true };
    const upload = { companyId, kind: 'memberAttachment' as const, name: '函件.jpg', type: 'image/jpeg' as const };
    const { id: fileId } = await storeUpload(reviewer, upload, await smallPicture());
    const form = { companyId, order: 'first' as const, ...aPerson(), fileId, reason: '原联络员离职，单位来函' };
    return { companyId, first, reviewer, form };
  }

  it('puts the new person in on a stamped letter, tells the old phone, and needs no look by staff again', async () => {
    const { companyId, first, reviewer, form } = await aLetter();
    const companies = await signedIn(first);
    await replaceLiaison(reviewer, form);
    expect((await liaisonOf(companyId, 'first')).phone).toBe(form.mobile);
    expect(await companies()).toBeNull();
    expect(await messagesTo(first.phone, 'liaisonLeft')).toHaveLength(1);
    expect(await changesOf(companyId)).toEqual(['notice firstLiaison: acknowledged']);
    expect(await auditOf('company', companyId)).toContain('liaison.replace');
  });

  it('is all that a member needs that came without a liaison; whoever was written to is not invited again that day', async () => {
    const { companyId, reviewer, form } = await aLetter();
    await db().member.updateMany({ where: { companyId }, data: { incomplete: ['firstLiaison', 'address'] } });
    await replaceLiaison(reviewer, form);
    const member = await db().member.findUniqueOrThrow({ where: { companyId } });
    expect(member.incomplete).toEqual(['address']);
    const { accountId } = await db().liaison.findFirstOrThrow({ where: { companyId, to: null, order: 'first' } });
    await expect(inviteLiaison(reviewer, accountId ?? '')).rejects.toMatchObject({ code: 'nobodyToInvite' });
    expect(await messagesTo(form.mobile, 'invitation')).toHaveLength(1);
    const [change] = (await listTimeline(reviewer, member.id)).filter(({ title }) => title.startsWith('第一联络员：'));
    expect(change?.detail).toContain(`姓名：张建国 → ${form.name}`);
  });

  it('stands among the changes with the letter and the reason, for the member without who did it', async () => {
    const { companyId, reviewer, form } = await aLetter();
    await replaceLiaison(reviewer, form);
    const { name } = await db().company.findUniqueOrThrow({ where: { id: companyId } });
    const { rows } = await listChanges(reviewer, { tab: 'letter', search: name, page: 1 });
    expect(rows).toMatchObject([{ companyId, state: 'acknowledged', actorName: '协会' }]);
    expect(await getChange(reviewer, rows[0]?.id ?? '')).toMatchObject({
      letter: { id: form.fileId },
      events: [{ event: 'replace', byStaff: true, reason: form.reason }],
    });
    expect((await getCompanyPage(await liaisonOf(companyId, 'first'), companyId)).changes).toMatchObject([{ field: 'firstLiaison' }]);
  });

  it('takes only a letter of this very member, and only from a reviewer with a fresh second factor', async () => {
    const { first, companyId, reviewer, form } = await aLetter();
    const other = await aLetter();
    await expect(replaceLiaison(reviewer, { ...form, fileId: other.form.fileId })).rejects.toMatchObject(at('fileId'));
    await expect(replaceLiaison({ ...reviewer, freshFactor: false }, form)).rejects.toMatchObject({ code: 'stepUp' });
    await expect(replaceLiaison(await staffWith('finance'), form)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(replaceLiaison(first, form)).rejects.toMatchObject({ code: 'notFound' });
    expect((await liaisonOf(companyId, 'first')).id).toBe(first.id);
  });
});

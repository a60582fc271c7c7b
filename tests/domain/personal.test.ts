import { openSession } from '../../lib/accounts/sessions';
import { verifyCredentials } from '../../lib/accounts/verify-credentials';
import { undoChange } from '../../lib/companies/undo-change';
import { db } from '../../lib/db';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { acceptErasure } from '../../lib/personal/accept-erasure';
import { askErasure } from '../../lib/personal/ask-erasure';
import { correctPersonal } from '../../lib/personal/correct-personal';
import { declineErasure } from '../../lib/personal/decline-erasure';
import { countErasures, getErasure, listErasures } from '../../lib/personal/erasure-queue';
import { exportPersonal } from '../../lib/personal/export-personal';
import { getPersonalPage } from '../../lib/personal/personal-page';
import { withdrawErasure } from '../../lib/personal/withdraw-erasure';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { aMember, aPlainMember, changesOf } from '../support/companies';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf, messagesTo } from '../support/trail';

withDatabase();

/** A member with two liaisons, the second of whom has a password and is signed in. */
async function twoLiaisons() {
  const { companyId, first, second, answers } = await aMember({ second: true });
  if (!second) throw new Error('no second liaison');
  await openSession({ accountId: second.id, address: '203.0.113.9', userAgent: 'Chrome/1' });
  return { companyId, first, second, answers };
}

/** The second liaison, who has asked to be erased. */
async function anErasure() {
  const member = await twoLiaisons();
  await askErasure(member.second, '不再从事这项工作');
  const { id: requestId } = await db().erasureRequest.findFirstOrThrow({ where: { accountId: member.second.id } });
  return { ...member, requestId, reviewer: await staffWith('reviewer') };
}

describe('what is kept about a person', () => {
  it('is shown: account, roles, consents by version', async () => {
    const { first, companyId, answers } = await aPlainMember();
    expect(await getPersonalPage(first)).toMatchObject({
      phone: first.phone,
      roles: [{ companyId, companyName: answers.name, order: 'first' }],
      consents: [{ kind: 'privacy', number: 1, address: '127.0.0.1' }],
      mayCorrect: true,
    });
  });

  it('is a workbook of one’s own data and of nobody else’s, and that it was taken is in the audit', async () => {
    const { first, second, answers } = await twoLiaisons();
    const sheets = await readWorkbook(await exportPersonal(second));
    const text = JSON.stringify(sheets);
    expect(sheets.map(({ name }) => name)).toEqual(['账号', '同意记录', '登录记录', '联络员身份', '入会申请', '我的修改', '收到的短信']);
    expect(text).toContain(second.phone);
    expect(text).toContain(answers.name);
    expect(text).toContain('203.0.113.9');
    expect(text).not.toContain(first.phone);
    expect(await auditOf('account', second.id)).toContain('account.export');
  });
});

describe('correcting one’s own data', () => {
  const role = (companyId: string) => ({ companyId, department: '办公室', title: '副主任', email: 'zhoumin@qq.com' });

  it('is in force at once in the account and in the company, with a notice for staff that they can undo', async () => {
    const { companyId, second } = await twoLiaisons();
    await correctPersonal(second, { name: '周敏敏', roles: [role(companyId)] });
    expect(await getPersonalPage(second)).toMatchObject({
      name: '周敏敏',
      roles: [{ name: '周敏敏', title: '副主任', email: 'zhoumin@qq.com' }],
    });
    expect(await changesOf(companyId)).toEqual(['notice secondLiaison: pending']);
    expect(await auditOf('account', second.id)).toContain('account.correct');
    const { id: changeId } = await db().companyChange.findFirstOrThrow({ where: { companyId } });
    await undoChange(await staffWith('reviewer'), { changeId, reason: '与来函不一致' });
    expect(await getPersonalPage(second)).toMatchObject({ roles: [{ name: '周敏', title: '主任' }] });
  });

  it('leaves everything as it is when nothing changed, and never touches another’s company', async () => {
    const { companyId, second } = await twoLiaisons();
    const other = await aPlainMember();
    await correctPersonal(second, { name: second.name, roles: [role(other.companyId)] });
    expect(await changesOf(other.companyId)).toEqual([]);
    expect(await changesOf(companyId)).toEqual([]);
  });

  it('is not for staff, whose names an admin keeps', async () => {
    await expect(correctPersonal(await staffWith('reviewer'), { name: '王五', roles: [] })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('注销申请', () => {
  it('is refused to a first liaison of a member, who hands over first, and while an application is open', async () => {
    const { first } = await aPlainMember();
    await expect(askErasure(first, '')).rejects.toMatchObject({
      code: 'notEditable',
      details: { text: expect.stringContaining('更换联络员') },
    });
    expect((await getPersonalPage(first)).obstacles).toMatchObject([{ kind: 'firstLiaison' }]);
    await expect(askErasure(await staffWith('finance'), '')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is one at a time, waits in the queue with a masked phone, and may be taken back', async () => {
    const { second, requestId, reviewer } = await anErasure();
    await expect(askErasure(second, '')).rejects.toMatchObject({ code: 'requestOpen' });
    const row = (await listErasures(reviewer)).find(({ id }) => id === requestId);
    expect(row).toMatchObject({ state: 'pending', phone: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) });
    const before = await countErasures(reviewer);
    await withdrawErasure(second);
    expect(await countErasures(reviewer)).toBe(before - 1);
    await expect(withdrawErasure(second)).rejects.toMatchObject({ code: 'alreadyDecided' });
    await askErasure(second, '');
  });

  it('is declined with words that the person reads', async () => {
    const { second, requestId, reviewer } = await anErasure();
    await declineErasure(reviewer, { requestId, reason: '还有会费没有核对。' });
    expect(await getPersonalPage(second)).toMatchObject({ erasure: { state: 'declined', answer: '还有会费没有核对。' } });
    expect(await messagesTo(second.phone, 'erasureDeclined')).toHaveLength(1);
  });
});

describe('erasing an account', () => {
  it('ends roles and sessions, and leaves nothing that says whose it was; the phone may begin anew', async () => {
    const { companyId, second, requestId, reviewer } = await anErasure();
    await correctPersonal(second, { name: '周忘怀', roles: [{ companyId, department: '办公室', title: '主任', email: 'zhoumin@qq.com' }] });
    await acceptErasure(reviewer, requestId);
    const account = await db().account.findUniqueOrThrow({ where: { id: second.id } });
    expect(account).toMatchObject({
      name: '已注销',
      phone: `erased:${second.id}`,
      passwordHash: null,
      status: 'disabled',
      erasedAt: expect.any(Date),
    });
    expect(await db().session.count({ where: { accountId: second.id, revokedAt: null } })).toBe(0);
    expect(await db().liaison.count({ where: { accountId: second.id, to: null } })).toBe(0);
    const told = JSON.stringify([
      await db().liaison.findMany({ where: { companyId } }),
      await db().companyChange.findMany({ where: { companyId } }),
      await db().message.findMany({ where: { template: { not: 'accountErased' } } }),
      await db().auditPayload.findMany({ where: { event: { record: { in: ['account', 'company'] } } } }),
    ]);
    expect(told).not.toContain(second.phone);
    expect(told).not.toContain('周忘怀');
    expect(await messagesTo(second.phone, 'accountErased')).toEqual([expect.objectContaining({ jobs: 1 })]);
    expect((await anApplicantWith(second.phone)).id).not.toBe(second.id);
  });

  it('lets nobody sign in with the old password, and keeps the consents', async () => {
    const person = await anApplicant();
    await askErasure(person, '');
    const { id } = await db().erasureRequest.findFirstOrThrow({ where: { accountId: person.id } });
    await acceptErasure(await staffWith('reviewer'), id);
    const entry = { phone: person.phone, password: MEMBER_PASSWORD, address: '203.0.113.77' };
    expect(await verifyCredentials(entry)).toBeNull();
    expect(await db().consent.count({ where: { accountId: person.id } })).toBe(1);
  });

  it('is held up when the person has become a first liaison meanwhile: staff are told, nothing has happened', async () => {
    const { companyId, first, second, requestId, reviewer } = await anErasure();
    await db().liaison.updateMany({ where: { companyId, accountId: first.id, to: null }, data: { to: new Date() } });
    await db().liaison.updateMany({ where: { companyId, accountId: second.id, to: null }, data: { order: 'first' } });
    expect((await getErasure(reviewer, requestId)).obstacles).toHaveLength(1);
    await expect(acceptErasure(reviewer, requestId)).rejects.toMatchObject({ code: 'notEditable' });
    expect(await getErasure(reviewer, requestId)).toMatchObject({ state: 'pending', events: [] });
  });

  it('happens or is taken back or declined, one of them', async () => {
    const { second, requestId, reviewer } = await anErasure();
    const results = await Promise.allSettled([
      acceptErasure(reviewer, requestId),
      withdrawErasure(second),
      declineErasure(await staffWith('reviewer'), { requestId, reason: '不办' }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().erasureEvent.count({ where: { requestId } })).toBe(1);
  });

  it('is a reviewer’s to do with a fresh second factor', async () => {
    const { second, requestId, reviewer } = await anErasure();
    await expect(acceptErasure({ ...reviewer, freshFactor: false }, requestId)).rejects.toMatchObject({ code: 'stepUp' });
    await expect(acceptErasure(await staffWith('overseer'), requestId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(acceptErasure(second, requestId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

function anApplicantWith(phone: string) {
  return db().account.create({ data: { phone, name: '周敏' } });
}

import { getCertificate, verifyCertificate } from '../../lib/certificates/queries';
import { today } from '../../lib/clock';
import { getCompanyPage } from '../../lib/companies/company-page';
import { confirmRename } from '../../lib/companies/confirm-rename';
import { getRename } from '../../lib/companies/queries';
import { requestRename } from '../../lib/companies/request-rename';
import { returnRename } from '../../lib/companies/return-rename';
import { companySearch } from '../../lib/companies/search';
import { withdrawRename } from '../../lib/companies/withdraw-rename';
import { db } from '../../lib/db';
import { getMemberHome } from '../../lib/members/queries';
import { readFilePage } from '../../lib/uploads/read-file';
import { removeFile } from '../../lib/uploads/remove-file';
import { aMember, aRequest, changesOf, newUscc, uploadLicence } from '../support/companies';
import { withDatabase } from '../support/database';
import { staffWith } from '../support/people';
import { auditOf, messagesTo } from '../support/trail';

withDatabase();

const companyOf = (id: string) => db().company.findUniqueOrThrow({ where: { id } });
const eventsOf = async (changeId: string) =>
  (await db().companyChangeEvent.findMany({ where: { changeId }, orderBy: { createdAt: 'asc' } })).map(
    ({ event, from, to }) => `${event}: ${from} → ${to}`,
  );

describe('a change of 单位名称 or 信用代码', () => {
  it('is a request: until staff confirm it everything shows the old name, with 变更审核中', async () => {
    const { companyId, first, answers, asked, changeId } = await aRequest();
    expect(await companyOf(companyId)).toMatchObject({ name: answers.name });
    expect(await getMemberHome(first, companyId)).toMatchObject({ name: answers.name, rename: 'pending' });
    expect((await getCertificate(first, companyId)).name).toBe(answers.name);
    expect(await getCompanyPage(first, companyId)).toMatchObject({
      answers: { name: answers.name },
      request: { id: changeId, state: 'pending', lines: [{ label: '单位名称', before: answers.name, after: asked.name }] },
    });
    expect(await auditOf('change', changeId)).toEqual(['change.request']);
  });

  it('needs the new licence', async () => {
    const { first, companyId, answers } = await aMember();
    await expect(requestRename(first, { companyId, name: '北京新名工程有限公司', uscc: answers.uscc })).rejects.toMatchObject({
      details: { fieldErrors: { businessLicense: expect.any(String) } },
    });
    expect(await changesOf(companyId)).toEqual([]);
  });

  it('is refused when nothing changes, and for a credit code of another member', async () => {
    const { first, companyId, answers } = await aMember();
    const other = await aMember();
    await uploadLicence(first, companyId);
    await expect(requestRename(first, { companyId, name: answers.name, uscc: answers.uscc })).rejects.toMatchObject({ code: 'invalid' });
    await expect(requestRename(first, { companyId, name: answers.name, uscc: other.answers.uscc })).rejects.toMatchObject({
      details: { fieldErrors: { uscc: expect.stringMatching(/另一家/) } },
    });
  });

  it('stands alone: a second one is told that the first is open, also at the same moment', async () => {
    const { first, companyId, asked } = await aRequest();
    await expect(requestRename(first, { companyId, ...asked, name: '北京另名工程有限公司' })).rejects.toMatchObject({
      code: 'requestOpen',
    });

    const member = await aMember({ second: true });
    await uploadLicence(member.first, member.companyId);
    const ask = (name: string) => requestRename(member.first, { companyId: member.companyId, name, uscc: member.answers.uscc });
    const results = await Promise.allSettled([ask('北京甲名工程有限公司'), ask('北京乙名工程有限公司')]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await changesOf(member.companyId)).toEqual(['request identity: pending']);
  });

  it('keeps its licence as staff see it: nothing is added or removed while it waits', async () => {
    const { first, companyId, licence, reviewer } = await aRequest();
    await expect(removeFile(first, licence)).rejects.toMatchObject({ code: 'notEditable' });
    await expect(uploadLicence(first, companyId)).rejects.toMatchObject({ code: 'notEditable' });
    expect((await readFilePage(reviewer, licence, 1)).body.length).toBeGreaterThan(0);
    const { first: stranger } = await aMember();
    await expect(readFilePage(stranger, licence, 1)).rejects.toMatchObject({ code: 'notFound' });
    await expect(uploadLicence(stranger, companyId)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('can be withdrawn, once; the next one begins without the old licence', async () => {
    const { first, companyId, changeId, answers } = await aRequest();
    await withdrawRename(first, companyId);
    expect(await eventsOf(changeId)).toEqual(['withdraw: pending → withdrawn']);
    await expect(withdrawRename(first, companyId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect(await getRename(first, companyId)).toMatchObject({ name: answers.name, request: null, files: [] });
  });
});

describe('a confirmed change of name', () => {
  it('is shown everywhere; the old name stays with its dates and is still found', async () => {
    const { first, companyId, answers, asked, changeId, reviewer } = await aRequest({ name: '上海宏图基础工程有限公司' });
    await confirmRename(reviewer, changeId);

    const day = await today();
    expect(await companyOf(companyId)).toMatchObject({ name: asked.name, nameInitials: 'shhtjcgcyxgs' });
    expect(await getMemberHome(first, companyId)).toMatchObject({ name: asked.name, rename: null });
    expect((await getCompanyPage(first, companyId)).oldNames).toEqual([{ name: answers.name, from: day, to: day }]);
    for (const search of [answers.name, asked.name]) {
      expect(await db().company.findMany({ where: companySearch(search), select: { id: true } })).toEqual([{ id: companyId }]);
    }
    expect(await auditOf('change', changeId)).toEqual(['change.request', 'change.confirm']);
    expect(await messagesTo(first.phone, 'renameConfirmed')).toEqual([
      expect.objectContaining({ jobs: 1, parameters: { company: asked.name } }),
    ]);
  });

  it('issues the certificate anew: the old one answers 已换发', async () => {
    const { first, companyId, asked, changeId, reviewer } = await aRequest({ uscc: newUscc() });
    const before = await db().certificate.findFirstOrThrow({ where: { member: { companyId } } });
    await confirmRename(reviewer, changeId);
    expect(await getCertificate(first, companyId)).toMatchObject({ name: asked.name, uscc: asked.uscc });
    expect(await verifyCertificate(before.token)).toMatchObject({ verdict: 'replaced' });
  });

  it('happens once when one reviewer confirms and another confirms or returns at the same moment', async () => {
    const { changeId, reviewer } = await aRequest();
    const other = await staffWith('reviewer');
    const results = await Promise.allSettled([
      confirmRename(reviewer, changeId),
      returnRename(other, { changeId, reason: '执照不清楚' }),
      confirmRename(other, changeId),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await eventsOf(changeId)).toHaveLength(1);
  });

  it('happens or is withdrawn, never both', async () => {
    const { changeId, companyId, reviewer, first } = await aRequest();
    const results = await Promise.allSettled([confirmRename(reviewer, changeId), withdrawRename(first, companyId)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await eventsOf(changeId)).toHaveLength(1);
  });

  it('is refused when another member has taken the name meanwhile, which is named, and waits on', async () => {
    const { changeId, asked, reviewer, companyId } = await aRequest();
    const other = await aMember();
    await db().company.update({ where: { id: other.companyId }, data: { name: asked.name } });
    await expect(confirmRename(reviewer, changeId)).rejects.toMatchObject({
      details: { fieldErrors: { name: expect.stringContaining(other.answers.uscc) } },
    });
    expect(await changesOf(companyId)).toEqual(['request identity: pending']);
  });

  it('is refused when another company has taken the credit code meanwhile, and waits on', async () => {
    const { changeId, asked, reviewer, companyId } = await aRequest({ uscc: newUscc() });
    const other = await aMember();
    await db().company.update({ where: { id: other.companyId }, data: { uscc: asked.uscc } });
    await expect(confirmRename(reviewer, changeId)).rejects.toMatchObject({ code: 'usccTaken' });
    expect(await changesOf(companyId)).toEqual(['request identity: pending']);
  });
});

describe('a returned change of name', () => {
  it('tells the member why; corrected, with the licence replaced, it is the same request', async () => {
    const { first, companyId, changeId, licence, reviewer, asked } = await aRequest();
    await returnRename(reviewer, { changeId, reason: '执照看不清，请重新扫描。' });
    expect(await messagesTo(first.phone, 'renameReturned')).toHaveLength(1);
    expect(await getRename(first, companyId)).toMatchObject({
      request: { state: 'returned', asked, events: [{ event: 'return', byStaff: true, reason: '执照看不清，请重新扫描。' }] },
      files: [{ id: licence }],
    });

    await removeFile(first, licence);
    const clearer = await uploadLicence(first, companyId);
    await requestRename(first, { companyId, ...asked, name: '北京改正工程有限公司' });

    expect(await eventsOf(changeId)).toEqual(['return: pending → returned', 'resubmit: returned → pending']);
    await confirmRename(reviewer, changeId);
    expect(await companyOf(companyId)).toMatchObject({ name: '北京改正工程有限公司' });
    expect(await db().file.findMany({ where: { changeId, state: 'attached' }, select: { id: true } })).toEqual([{ id: clearer }]);
  });

  it('needs a reason, and is a reviewer’s to return', async () => {
    const { changeId, reviewer, first } = await aRequest();
    await expect(returnRename(reviewer, { changeId, reason: '' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(returnRename(first, { changeId, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirmRename(await staffWith('finance'), changeId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

import { getCertificate } from '../../lib/certificates/queries';
import { correctCompany } from '../../lib/companies/correct-company';
import { correctCompanySchema } from '../../lib/companies/staff-schema';
import { db } from '../../lib/db';
import { readMemberList } from '../../lib/members/list-filter';
import { listMembers } from '../../lib/members/list-members';
import { newUscc } from '../support/companies';
import { withDatabase } from '../support/database';
import { anOldMember } from '../support/members';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

/** The form as it opens, with some of it typed over. */
async function formOf(companyId: string, change: Record<string, unknown> = {}) {
  const stored = await db().company.findUniqueOrThrow({ where: { id: companyId } });
  return correctCompanySchema.parse({ ...stored, companyId, version: stored.version, ...change });
}

describe('a correction of a company by staff', () => {
  it('is in force at once, with before and after of what changed in the audit', async () => {
    const { companyId } = await anOldMember();
    const reviewer = await staffWith('reviewer');
    await correctCompany(reviewer, await formOf(companyId, { postcode: '100001', legalRepresentative: '赵大海' }));
    expect(await db().company.findUnique({ where: { id: companyId } })).toMatchObject({
      postcode: '100001',
      legalRepresentative: '赵大海',
      version: 2,
    });
    const event = await db().auditEvent.findFirstOrThrow({ where: { record: 'company', recordId: companyId }, include: { payload: true } });
    expect(event).toMatchObject({ action: 'company.correct', actorName: reviewer.name });
    expect(event.payload?.data).toEqual({
      before: { postcode: '100038', legalRepresentative: '李卫东' },
      after: { postcode: '100001', legalRepresentative: '赵大海' },
    });
  });

  it('that changes nothing leaves nothing behind', async () => {
    const { companyId } = await anOldMember();
    expect(await correctCompany(await staffWith('reviewer'), await formOf(companyId))).toEqual({ kind: 'saved' });
    expect(await auditOf('company', companyId)).toEqual([]);
  });

  it('keeps a name before with its dates, still finds the company by it, and issues the certificate anew', async () => {
    const { companyId, memberId, answers } = await anOldMember({ change: { name: '四川岷源路桥工程有限公司' } });
    const reviewer = await staffWith('reviewer');
    await correctCompany(reviewer, await formOf(companyId, { name: '四川岷源(集团)有限公司' }));
    const names = await db().companyName.findMany({ where: { companyId }, orderBy: { to: { sort: 'desc', nulls: 'first' } } });
    expect(names.map(({ name, to }) => [name, to === null])).toEqual([
      ['四川岷源（集团）有限公司', true],
      [answers.name, false],
    ]);
    const { rows } = await listMembers(reviewer, readMemberList({ search: '岷源路桥' }).filter);
    expect(rows.map(({ id }) => id)).toEqual([memberId]);
    expect(await getCertificate(reviewer, companyId)).toMatchObject({ name: '四川岷源（集团）有限公司' });
    expect(await db().certificate.count({ where: { memberId } })).toBe(2);
  });

  it('tells the second of two who and what, writes nothing, and is taken when it is sent again', async () => {
    const { companyId } = await anOldMember();
    const [first, second] = [await staffWith('reviewer'), await staffWith('reviewer')];
    const opened = await formOf(companyId, { postcode: '100002', profile: '改了简介' });
    await correctCompany(first, await formOf(companyId, { postcode: '100001', industry: 'highway' }));

    const result = await correctCompany(second, opened);
    expect(result).toEqual({
      kind: 'stale',
      version: 2,
      by: first.name,
      differences: {
        industry: '现在保存的是：公路',
        postcode: '现在保存的是：100001',
        profile: expect.stringMatching(/^现在保存的是：成立于/),
      },
    });
    expect(await db().company.findUnique({ where: { id: companyId } })).toMatchObject({ postcode: '100001', version: 2 });
    expect(await correctCompany(second, { ...opened, version: 2 })).toEqual({ kind: 'saved' });
    expect(await db().company.findUnique({ where: { id: companyId } })).toMatchObject({ postcode: '100002', profile: '改了简介' });
  });

  it('fills in what came in empty bit by bit, and empties nothing that was there', async () => {
    const { companyId, memberId } = await anOldMember();
    await db().company.update({ where: { id: companyId }, data: { industry: '', address: '', qualifications: [] } });
    await db().member.update({ where: { id: memberId }, data: { incomplete: ['industry', 'address', 'dues'] } });
    const reviewer = await staffWith('reviewer');
    await correctCompany(reviewer, await formOf(companyId, { address: '北京市海淀区北蜂窝中路 15 号' }));
    expect(await db().company.findUnique({ where: { id: companyId } })).toMatchObject({
      industry: '',
      address: '北京市海淀区北蜂窝中路 15 号',
    });
    expect(await db().member.findUnique({ where: { id: memberId } })).toMatchObject({ incomplete: ['industry', 'dues'] });
    await expect(correctCompany(reviewer, await formOf(companyId, { postcode: '' }))).rejects.toMatchObject({
      details: { fieldErrors: { postcode: expect.stringContaining('不能清空') } },
    });
  });

  it('refuses a credit code that another member has, and a choice that is none', async () => {
    const { companyId } = await anOldMember();
    const other = await anOldMember();
    const reviewer = await staffWith('reviewer');
    const refused = async (change: Record<string, unknown>) =>
      correctCompany(reviewer, await formOf(companyId, change)).catch((error) => Object.keys(error.details.fieldErrors));
    expect(await refused({ uscc: other.answers.uscc })).toEqual(['uscc']);
    expect(await refused({ name: other.answers.name })).toEqual(['name']);
    expect(await refused({ industry: 'none' })).toEqual(['industry']);
    expect(await refused({ provinceCode: '320000' })).toEqual(['cityCode']);
    await correctCompany(reviewer, await formOf(companyId, { uscc: newUscc() }));
  });

  it('is the reviewers’ alone', async () => {
    const { companyId } = await anOldMember();
    for (const role of ['finance', 'overseer', 'admin'] as const)
      await expect(correctCompany(await staffWith(role), await formOf(companyId, { postcode: '100009' }))).rejects.toMatchObject({
        code: 'forbidden',
      });
  });
});

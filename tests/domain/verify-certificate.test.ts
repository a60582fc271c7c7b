import { issueCertificates } from '../../lib/certificates/issue-certificate';
import { getCertificate, listEarlierCertificates, verifyCertificate } from '../../lib/certificates/queries';
import { reissueCertificate } from '../../lib/certificates/reissue-certificate';
import { today } from '../../lib/clock';
import { namePinyin } from '../../lib/companies/name-index';
import { yearOf } from '../../lib/days';
import { db } from '../../lib/db';
import type { MemberState } from '../../lib/generated/prisma/enums';
import { transaction } from '../../lib/transaction';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { companyOf, newPhone, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

async function aMember() {
  const [reviewer, finance] = await Promise.all([staffWith('reviewer'), staffWith('finance')]);
  const { answers, applicationId, applicant } = await anApplication('approved', { reviewer, finance });
  const certificate = await db().certificate.findFirstOrThrow({
    where: { member: { application: { id: applicationId } } },
    include: { member: true },
  });
  const { companyId } = certificate.member;
  return { answers, certificate, companyId, liaison: { ...applicant, companyIds: [companyId] } };
}

describe('verifying a certificate', () => {
  it('tells what is printed on it and that it is valid, and nothing else', async () => {
    const { answers, certificate } = await aMember();
    const year = yearOf(await today());

    expect(await verifyCertificate(certificate.token)).toEqual({
      name: answers.name,
      uscc: answers.uscc,
      memberNumber: certificate.number,
      level: 'ordinaryMember',
      joinedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      validUntil: `${year + 1}-06-30`,
      verifiedAt: expect.any(Date),
      verdict: 'valid',
    });
  });

  it('knows no token that was never issued', async () => {
    expect(await verifyCertificate('0'.repeat(32))).toBeNull();
    expect(await verifyCertificate('')).toBeNull();
  });

  it.each([
    ['suspended', 'suspended'],
    ['withdrawn', 'ended'],
    ['expelled', 'ended'],
  ] satisfies [MemberState, string][])("follows today's truth: of a member who is %s it says %s", async (state, verdict) => {
    const { certificate } = await aMember();
    await db().member.update({ where: { id: certificate.memberId }, data: { state } });
    expect(await verifyCertificate(certificate.token)).toMatchObject({ verdict });
  });

  it('says that it has expired once a due date has passed unpaid', async () => {
    const { certificate, companyId } = await aMember();
    await db().charge.create({
      data: { companyId, year: 2024, level: 'ordinaryMember', amountFen: 300_000, dueOn: new Date('2024-06-30T00:00:00Z') },
    });
    expect(await verifyCertificate(certificate.token)).toMatchObject({ verdict: 'expired', validUntil: '2024-06-30' });
  });

  it('says that an old print was replaced, and the new one is valid with a number of its own', async () => {
    const { certificate, companyId, liaison } = await aMember();
    const reviewer = await staffWith('reviewer');
    await db().company.update({ where: { id: companyId }, data: { name: '北京远筑建设股份有限公司' } });
    await transaction((tx) => reissueCertificate(tx, reviewer, certificate.memberId, '单位更名'));

    expect(await verifyCertificate(certificate.token)).toMatchObject({
      verdict: 'replaced',
      name: expect.stringMatching(/^北京远筑第\d+建设有限公司$/),
      current: { name: '北京远筑建设股份有限公司', level: 'ordinaryMember', state: 'active' },
    });
    const current = await getCertificate(liaison, companyId);
    expect(current).toMatchObject({ memberNumber: certificate.number, name: '北京远筑建设股份有限公司' });
    expect(await db().certificate.findUnique({ where: { id: current.id } })).toMatchObject({
      number: `${certificate.number}-2`,
      revokedAt: null,
    });
    expect((await verifyCertificate(current.verifyCode))?.current).toBeUndefined();
  });

  it('keeps the earlier ones with why they were replaced, for the same people', async () => {
    const { certificate, companyId, liaison } = await aMember();
    const reviewer = await staffWith('reviewer');
    for (const reason of ['单位更名', '级别变更'])
      await transaction((tx) => reissueCertificate(tx, reviewer, certificate.memberId, reason));

    const earlier = await listEarlierCertificates(liaison, companyId);
    expect(earlier.map(({ number, reason }) => ({ number, reason }))).toEqual([
      { number: `${certificate.number}-2`, reason: '级别变更' },
      { number: certificate.number, reason: '单位更名' },
    ]);
    expect(await auditOf('member', certificate.memberId)).toEqual(['member.join', 'certificate.reissue', 'certificate.reissue']);
    const { liaison: stranger } = await aMember();
    await expect(listEarlierCertificates(stranger, companyId)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('leaves one valid certificate when two people replace it at the same moment', async () => {
    const { certificate, companyId, liaison } = await aMember();
    const reviewer = await staffWith('reviewer');
    await Promise.all(
      ['单位更名', '级别变更'].map((reason) => transaction((tx) => reissueCertificate(tx, reviewer, certificate.memberId, reason))),
    );
    expect(await listEarlierCertificates(liaison, companyId)).toHaveLength(2);
    expect(await db().certificate.count({ where: { memberId: certificate.memberId, revokedAt: null } })).toBe(1);
  });

  it('is issued to many members at once, and to none who has a valid one', async () => {
    const { certificate } = await aMember();
    const memberIds = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const { liaisons: _liaisons, usccConfirmed: _confirmed, ...fields } = companyOf({ phone: newPhone() });
        const { id } = await db().company.create({ data: { ...fields, ...namePinyin(fields.name), nameBigrams: [] } });
        return (await db().member.create({ data: { companyId: id, number: `OLD${index}`, joinedOn: new Date('2001-05-01') } })).id;
      }),
    );
    await transaction((tx) => issueCertificates(tx, [...memberIds, certificate.memberId]));
    const issued = await db().certificate.findMany({ where: { memberId: { in: memberIds } } });
    expect(new Set(issued.map(({ token }) => token)).size).toBe(30);
    expect(issued.map(({ number }) => number).toSorted()).toEqual(memberIds.map((_, index) => `OLD${index}`).toSorted());
    expect(await db().certificate.count({ where: { memberId: certificate.memberId } })).toBe(1);
  });

  it("is offered for printing to the company's own liaison only", async () => {
    const { companyId } = await aMember();
    const { liaison: stranger } = await aMember();
    await expect(getCertificate(stranger, companyId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

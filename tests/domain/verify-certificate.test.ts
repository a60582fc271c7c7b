import { issueCertificate } from '../../lib/certificates/issue-certificate';
import { getCertificate, verifyCertificate } from '../../lib/certificates/queries';
import { today } from '../../lib/clock';
import { yearOf } from '../../lib/days';
import { db } from '../../lib/db';
import type { MemberState } from '../../lib/generated/prisma/enums';
import { transaction } from '../../lib/transaction';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { staffWith } from '../support/people';

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
    const { id } = await transaction((tx) => issueCertificate(tx, certificate.memberId));

    expect(await verifyCertificate(certificate.token)).toMatchObject({ verdict: 'replaced' });
    expect(await getCertificate(liaison, companyId)).toMatchObject({ id, memberNumber: certificate.number });
    expect(await db().certificate.findUnique({ where: { id } })).toMatchObject({ number: `${certificate.number}-2`, revokedAt: null });
  });

  it("is offered for printing to the company's own liaison only", async () => {
    const { companyId } = await aMember();
    const { liaison: stranger } = await aMember();
    await expect(getCertificate(stranger, companyId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

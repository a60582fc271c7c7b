import type { CompanyAnswers } from '../../lib/applications/schema';
import { issueCertificate } from '../../lib/certificates/issue-certificate';
import { today } from '../../lib/clock';
import { createCompany } from '../../lib/companies/create-company';
import { renameCompany } from '../../lib/companies/rename-company';
import { type Day, toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import type { Level } from '../../lib/generated/prisma/enums';
import { createMember } from '../../lib/members/create-member';
import { transaction } from '../../lib/transaction';
import { anApplicant, companyOf } from './people';

type Wanted = { level?: Level; joinedOn?: Day; oldName?: string; change?: Partial<CompanyAnswers> };

/** A member without an application, as the old system's are: company, number, level, liaison and certificate. */
export async function anOldMember({ level = 'ordinaryMember', joinedOn, oldName, change }: Wanted = {}) {
  const liaison = await anApplicant();
  const answers = companyOf(liaison, change);
  const made = await transaction(async (tx) => {
    const company = await createCompany(tx, { answers: { ...answers, name: oldName ?? answers.name }, registrant: liaison });
    if (oldName) await renameCompany(tx, { id: company.id, name: oldName }, answers);
    const member = await createMember(tx, { companyId: company.id, joinedOn: joinedOn ?? (await today(tx)), level, reason: '入会' });
    await issueCertificate(tx, member.id);
    return { companyId: company.id, memberId: member.id, number: member.number };
  });
  return { ...made, answers, mobile: liaison.phone };
}

type Owed = { companyId: string; year: number; amountFen?: number; dueOn?: Day; paidFen?: number; paidOn?: Day };

/** A year's charge, and what was paid of it. */
export async function aCharge({ companyId, year, amountFen = 300_000, dueOn, paidFen = 0, paidOn }: Owed): Promise<string> {
  const day = dueOn ?? `${year}-06-30`;
  const { id } = await db().charge.create({ data: { companyId, year, level: 'ordinaryMember', amountFen, dueOn: toColumn(day) } });
  if (paidFen) {
    const payment = await db().payment.create({ data: { companyId, source: 'bank', amountFen: paidFen, paidOn: toColumn(paidOn ?? day) } });
    await db().allocation.create({ data: { paymentId: payment.id, chargeId: id, amountFen: paidFen } });
  }
  return id;
}

/** The level that a member has now, and what became of the levels before. */
export async function levelsOf(memberId: string): Promise<string[]> {
  const rows = await db().memberLevel.findMany({ where: { memberId }, orderBy: [{ from: 'asc' }, { createdAt: 'asc' }] });
  return rows.map(({ level, from, to }) => `${level} ${from.toISOString().slice(0, 10)}–${to?.toISOString().slice(0, 10) ?? ''}`);
}

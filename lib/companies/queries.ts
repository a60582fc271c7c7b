import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { CompanyAnswers } from '../applications/schema';
import { type Day, dayOf } from '../days';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { Level } from '../generated/prisma/enums';

/** True when a company with this credit code is, or was, a member. */
export async function isMemberUscc(tx: Tx, uscc: string): Promise<boolean> {
  return (await tx.company.count({ where: { uscc } })) > 0;
}

export type CompanyToConfirm = { answers: CompanyAnswers; number: string; level: Level; joinedOn: Day };

/** What the association holds of a member's company, as its liaison is asked to confirm it. @throws DomainError `notFound` */
export async function getCompanyToConfirm(actor: AccountActor, companyId: string): Promise<CompanyToConfirm> {
  authorize(actor, 'company.confirm', { companyId });
  const found = await db().company.findUnique({
    where: { id: companyId },
    include: { liaisons: { where: { to: null }, orderBy: { order: 'asc' } }, member: { include: { levels: { where: { to: null } } } } },
  });
  if (!found?.member) throw new DomainError('notFound');
  const { member, ...company } = found;
  return {
    answers: { ...company, usccConfirmed: true },
    number: member.number,
    level: member.levels[0]?.level ?? 'ordinaryMember',
    joinedOn: dayOf(member.joinedOn),
  };
}

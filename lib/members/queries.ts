import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import { chargeFacts, type DuesRow, viewDuesRow } from '../dues/views';
import { DomainError } from '../errors';
import type { Level, LiaisonOrder, MemberState } from '../generated/prisma/enums';
import { type Standing, standingOf } from './standing';

export type MemberHome = {
  companyId: string;
  name: string;
  number: string;
  joinedOn: Day;
  state: MemberState;
  level: Level;
  /** The actor's own part in this company. */
  order: LiaisonOrder | null;
  dues: DuesRow[];
  standing: Standing;
};

/** A member's company as its liaison sees it on the first page. @throws DomainError `notFound` */
export async function getMemberHome(actor: AccountActor, companyId: string): Promise<MemberHome> {
  authorize(actor, 'certificate.view', { companyId });
  const found = await db().company.findUnique({
    where: { id: companyId },
    include: {
      member: { include: { levels: { where: { to: null } } } },
      liaisons: { where: { to: null, accountId: actor.id } },
      charges: { include: chargeFacts, orderBy: [{ year: 'desc' }, { kind: 'asc' }] },
    },
  });
  if (!found?.member) throw new DomainError('notFound');
  const day = await today();
  const { member } = found;
  return {
    companyId,
    name: found.name,
    number: member.number,
    joinedOn: dayOf(member.joinedOn),
    state: member.state,
    level: member.levels[0]?.level ?? 'ordinaryMember',
    order: found.liaisons[0]?.order ?? null,
    dues: found.charges.map(viewDuesRow),
    standing: standingOf(found.charges, day),
  };
}

/** The companies whose liaison the actor is, in the order they came. */
export async function listOwnCompanies(actor: AccountActor): Promise<{ id: string; name: string }[]> {
  if (actor.companyIds.length < 2) return [];
  return db().company.findMany({
    where: { id: { in: [...actor.companyIds] } },
    select: { id: true, name: true },
    orderBy: { createdAt: 'asc' },
  });
}

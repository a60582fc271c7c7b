import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { type Day, dayInShanghai } from '../days';
import { db } from '../db';
import type { DocumentKind, ErasureState, LiaisonOrder } from '../generated/prisma/enums';
import { type ErasureObstacle, findObstacles } from './erasure-obstacles';

export type RoleView = {
  companyId: string;
  companyName: string;
  order: LiaisonOrder;
  name: string;
  department: string;
  title: string;
  email: string;
};

export type PersonalPage = {
  name: string;
  phone: string;
  since: Day;
  /** How many rows there are of each; what they hold is in the export. */
  counts: { sessions: number; messages: number; applications: number };
  roles: RoleView[];
  consents: { id: string; kind: DocumentKind; number: number; title: string; at: Date; address: string }[];
  mayCorrect: boolean;
  /** What stands in the way of erasing the account now. */
  obstacles: ErasureObstacle[];
  /** The last 注销申请, with the words it was declined with. */
  erasure: { id: string; state: ErasureState; reason: string; createdAt: Date; answer: string } | null;
};

/** What is kept about oneself (PIPL 44, 45). */
export async function getPersonalPage(actor: AccountActor): Promise<PersonalPage> {
  authorize(actor, 'personal.view', { accountId: actor.id });
  const [account, messages, obstacles] = await Promise.all([
    db().account.findUniqueOrThrow({
      where: { id: actor.id },
      include: {
        _count: { select: { sessions: true, applications: true } },
        liaisons: { where: { to: null }, include: { company: { select: { name: true } } }, orderBy: { from: 'asc' } },
        consents: { include: { documentVersion: true }, orderBy: { createdAt: 'desc' } },
        erasures: { include: { events: { where: { event: 'decline' } } }, orderBy: { createdAt: 'desc' }, take: 1 },
      },
    }),
    db().message.count({ where: { phone: actor.phone } }),
    findObstacles(db(), actor.id),
  ]);
  const { name, phone, createdAt, _count, liaisons, consents, erasures } = account;
  const [erasure] = erasures;
  return {
    ...{ name, phone, since: dayInShanghai(createdAt), counts: { ..._count, messages }, obstacles },
    roles: liaisons.map(({ companyId, company, order, name: called, department, title, email }) => ({
      ...{ companyId, companyName: company.name, order, name: called, department, title, email },
    })),
    consents: consents.map(({ id, documentVersion: { kind, number, title }, createdAt: at, address }) => ({
      ...{ id, kind, number, title, at, address },
    })),
    mayCorrect: isAllowed(actor, 'personal.correct', { accountId: actor.id }),
    erasure: erasure
      ? {
          ...{ id: erasure.id, state: erasure.state, reason: erasure.reason, createdAt: erasure.createdAt },
          answer: erasure.events[0]?.reason ?? '',
        }
      : null,
  };
}

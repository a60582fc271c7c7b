import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { db } from '../db';
import type { LiaisonOrder } from '../generated/prisma/enums';
import { loadLiaisons } from './load-liaisons';

export type LiaisonView = {
  id: string;
  order: LiaisonOrder;
  name: string;
  mobile: string;
  job: string;
  email: string;
  from: Date;
  to: Date | null;
  /** 待验证: the phone's owner has not answered the code. */
  isUnproven: boolean;
};

export type LiaisonsView = { companyName: string; mayChange: boolean; hasSecond: boolean; open: LiaisonView[]; former: LiaisonView[] };

/** Who represents the company, and who did, the latest first. @throws DomainError `notFound` */
export async function listLiaisons(actor: Actor, companyId: string): Promise<LiaisonsView> {
  authorize(actor, 'liaison.list', { companyId });
  const [liaisons, rows] = await Promise.all([
    loadLiaisons(db(), companyId),
    db().liaison.findMany({ where: { companyId }, orderBy: [{ from: 'desc' }, { order: 'asc' }] }),
  ]);
  const views = rows.map(({ id, order, name, mobile, department, title, email, from, to, accountId }) => ({
    ...{ id, order, name, mobile, email, from, to, job: `${department} ${title}`, isUnproven: !to && !accountId },
  }));
  return {
    companyName: liaisons.company.name,
    mayChange: isAllowed(actor, 'liaison.change', liaisons),
    hasSecond: liaisons.second !== undefined,
    open: views.filter(({ to }) => !to).toSorted((one, other) => one.order.localeCompare(other.order)),
    former: views.filter(({ to }) => to),
  };
}

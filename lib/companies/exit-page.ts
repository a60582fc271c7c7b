import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { today } from '../clock';
import { yearOf } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { MemberState } from '../generated/prisma/enums';
import { loadLiaisons } from '../liaisons/load-liaisons';
import { type ExitConsequence, exitConsequence } from '../members/exit-consequence';
import { loadMember } from '../members/load-member';
import { type ChangeView, changeViewer } from './change-views';

export type ExitPage = {
  name: string;
  state: MemberState;
  consequence: ExitConsequence;
  /** The last one that was asked for, whatever became of it. */
  exit: ChangeView | null;
  /** Only the first liaison asks, and takes back. */
  mayAsk: boolean;
};

/** What 退会申请 starts from. @throws DomainError `notFound` */
export async function getExitPage(actor: Actor, companyId: string): Promise<ExitPage> {
  authorize(actor, 'company.view', { companyId });
  const [liaisons, last, view, day] = await Promise.all([
    loadLiaisons(db(), companyId),
    db().companyChange.findFirst({
      where: { companyId, kind: 'exit' },
      include: { events: { orderBy: { createdAt: 'asc' } } },
      orderBy: { madeAt: 'desc' },
    }),
    changeViewer(),
    today(),
  ]);
  const { company } = liaisons;
  if (!company.member) throw new DomainError('notFound');
  return {
    name: company.name,
    state: company.member.state,
    consequence: exitConsequence(await loadMember(db(), company.member.id), yearOf(day)),
    exit: last && view(last),
    mayAsk: isAllowed(actor, 'exit.ask', liaisons),
  };
}

import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { today } from '../clock';
import { yearOf } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import { type ExitConsequence, exitConsequence } from '../members/exit-consequence';
import { loadMember } from '../members/load-member';
import { type FileView, viewFile } from '../uploads/views';
import { type ChangeView, changeViewer } from './change-views';
import { searchForList } from './search';

export const CHANGES_PAGE = 20;

/** What staff have to do: decide requests, look at notices; and what they have dealt with. */
export const changeTabs = ['open', 'request', 'exit', 'notice', 'letter', 'done'] as const;
export type ChangeTab = (typeof changeTabs)[number];
export type ChangeFilter = { tab: ChangeTab; search: string; page: number };

export type ChangeRowView = ChangeView & { companyId: string; companyName: string; mayDecide: boolean };

const OF_TAB: Record<ChangeTab, Prisma.CompanyChangeWhereInput> = {
  open: { state: 'pending' },
  request: { kind: 'request', state: 'pending' },
  exit: { kind: 'exit', state: 'pending' },
  notice: { kind: 'notice', state: 'pending' },
  letter: { letterId: { not: null } },
  done: { kind: { not: 'edit' }, state: { not: 'pending' } },
};

const include = { company: { select: { name: true } }, events: { orderBy: { createdAt: 'asc' } } } satisfies Prisma.CompanyChangeInclude;

/** Changes of members for staff, the longest waiting first; and how many match. */
export async function listChanges(actor: Actor, { tab, search, page }: ChangeFilter): Promise<{ rows: ChangeRowView[]; total: number }> {
  authorize(actor, 'change.list', null);
  const where: Prisma.CompanyChangeWhereInput = { ...OF_TAB[tab], ...(search && { company: await searchForList(search) }) };
  const [found, total, view] = await Promise.all([
    db().companyChange.findMany({
      where,
      include,
      orderBy: [tab === 'done' || tab === 'letter' ? { decidedAt: 'desc' } : { madeAt: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * CHANGES_PAGE,
      take: CHANGES_PAGE,
    }),
    db().companyChange.count({ where }),
    changeViewer(),
  ]);
  return { rows: found.map((row) => ({ ...view(row), ...aboutRow(actor, row) })), total };
}

function aboutRow(actor: Actor, { companyId, company }: { companyId: string; company: { name: string } }) {
  return { companyId, companyName: company.name, mayDecide: isAllowed(actor, 'change.decide', { companyId }) };
}

/** How many there are of each. */
export async function countChanges(actor: Actor): Promise<Record<ChangeTab, number>> {
  authorize(actor, 'change.list', null);
  const count = (tab: ChangeTab) => db().companyChange.count({ where: OF_TAB[tab] });
  const [open, request, exit] = await Promise.all([count('open'), count('request'), count('exit')]);
  const [notice, letter, done] = await Promise.all([count('notice'), count('letter'), count('done')]);
  return { open, request, exit, notice, letter, done };
}

export type ChangeDetail = ChangeRowView & {
  uscc: string;
  licence: FileView[];
  /** The stamped letter on which staff put another liaison in place. */
  letter: FileView | null;
  /** What leaving means for the dues, while 退会申请 waits. */
  consequence: ExitConsequence | null;
  /** The next one that waits. */
  nextId: string | null;
};

/** One change with its licence. @throws DomainError `notFound` */
export async function getChange(actor: Actor, id: string): Promise<ChangeDetail> {
  authorize(actor, 'change.list', null);
  const found = await db().companyChange.findUnique({
    where: { id },
    include: {
      ...include,
      company: { select: { name: true, uscc: true, member: { select: { id: true } } } },
      letter: { include: { pages: { orderBy: { page: 'asc' } } } },
      files: {
        where: { state: 'attached' },
        orderBy: { position: 'asc' },
        include: { pages: { orderBy: { page: 'asc' } } },
      },
    },
  });
  if (!found || found.kind === 'edit') throw new DomainError('notFound');
  const [view, next] = await Promise.all([
    changeViewer(),
    db().companyChange.findFirst({
      where: { state: 'pending', id: { not: id } },
      orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    }),
  ]);
  return {
    ...view(found),
    ...aboutRow(actor, found),
    uscc: found.company.uscc,
    licence: found.files.map(viewFile),
    letter: found.letter && viewFile(found.letter),
    consequence: found.kind === 'exit' && found.state === 'pending' ? await consequenceOf(found.company.member) : null,
    nextId: next?.id ?? null,
  };
}

async function consequenceOf(member: { id: string } | null): Promise<ExitConsequence | null> {
  if (!member) return null;
  const [loaded, day] = await Promise.all([loadMember(db(), member.id), today()]);
  return exitConsequence(loaded, yearOf(day));
}

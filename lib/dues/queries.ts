import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { FilingState, Prisma } from '../generated/prisma/client';
import { type FileView, viewFile } from '../uploads/views';
import { normaliseUscc } from '../uscc';
import { differenceFen, type MarkedFiling } from './filing-marks';
import { type FilingEventView, type FilingView, viewFiling, viewFilingEvent } from './filing-view';
import { yearsOf } from './paid';
import { listSameSerials } from './same-serial';
import { VOIDABLE } from './states';

const filingInclude = {
  application: { select: { id: true, registrantId: true, state: true, registrant: { select: { phone: true } } } },
  charges: { include: { charge: { include: { allocations: true } } } },
  payments: true,
} as const satisfies Prisma.FilingInclude;

export type LoadedFiling = Prisma.FilingGetPayload<{ include: typeof filingInclude }>;

/** What a command needs to know of a filing. Call `authorize` with it first. @throws DomainError `notFound` */
export async function loadFiling(tx: Tx, id: string): Promise<LoadedFiling> {
  const found = await tx.filing.findUnique({ where: { id }, include: filingInclude });
  if (!found) throw new DomainError('notFound');
  return found;
}

/** What an application filed, newest first. */
export async function listFilingsOfApplication(actor: Actor, applicationId: string): Promise<FilingView[]> {
  const rows = await db().filing.findMany({ where: { applicationId }, include: filingInclude, orderBy: { createdAt: 'desc' } });
  return rows.filter((row) => isAllowed(actor, 'filing.view', row)).map(viewFiling);
}

export const FILINGS_PAGE = 20;

/** `ids`: only these. */
export type FilingFilter = { state: FilingState | 'all'; ids?: string[]; search: string; page: number };

/** Filings for finance, the longest waiting first; and how many match. */
export async function listFilings(
  actor: Actor,
  { state, ids, search, page }: FilingFilter,
): Promise<{ rows: MarkedFiling[]; total: number }> {
  authorize(actor, 'filing.list', null);
  const where: Prisma.FilingWhereInput = {
    ...(state !== 'all' && { state }),
    ...(ids && { id: { in: ids } }),
    ...(search && { OR: searchFor(search) }),
  };
  const [rows, total] = await Promise.all([
    db().filing.findMany({
      where,
      include: filingInclude,
      orderBy: [{ filedAt: state === 'pending' ? 'asc' : 'desc' }, { id: 'asc' }],
      skip: (page - 1) * FILINGS_PAGE,
      take: FILINGS_PAGE,
    }),
    db().filing.count({ where }),
  ]);
  return { rows: await markFilings(rows), total };
}

export type FilingDetail = MarkedFiling & {
  vouchers: FileView[];
  events: FilingEventView[];
  /** What came of it that can be voided, where one may. */
  voidable: Voidable[];
  mayDecide: boolean;
  nextId: string | null;
};

/** One filing with its vouchers and history, and the next one that waits. @throws DomainError `notFound` */
export async function getFiling(actor: Actor, id: string): Promise<FilingDetail> {
  authorize(actor, 'filing.list', null);
  const filing = await loadFiling(db(), id);
  authorize(actor, 'filing.view', filing);
  const [sameSerials, events, files, next] = await Promise.all([
    listSameSerials(db(), [id]),
    db().filingEvent.findMany({ where: { filingId: id }, orderBy: { createdAt: 'asc' } }),
    db().file.findMany({
      where: {
        kind: 'transferVoucher',
        state: { in: ['ready', 'attached'] },
        OR: [{ filingId: id }, ...(filing.applicationId ? [{ applicationId: filing.applicationId }] : [])],
      },
      include: { pages: { orderBy: { page: 'asc' } } },
      orderBy: { position: 'asc' },
    }),
    db().filing.findFirst({
      where: { state: 'pending', id: { not: id } },
      orderBy: [{ filedAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    }),
  ]);
  return {
    ...markFiling(filing, sameSerials.has(id)),
    vouchers: files.map(viewFile),
    events: events.map(viewFilingEvent),
    voidable: isAllowed(actor, 'payment.void', null) ? await listVoidable(id) : [],
    mayDecide: filing.state === 'pending' && isAllowed(actor, 'filing.confirm', filing),
    nextId: next?.id ?? null,
  };
}

type Voidable = { paymentId: string; amountFen: number; years: number[] };

async function listVoidable(filingId: string): Promise<Voidable[]> {
  const payments = await db().payment.findMany({
    where: { filingId, refundOfId: null, source: { in: [...VOIDABLE] } },
    include: { allocations: { include: { charge: { select: { year: true } } } } },
    orderBy: { createdAt: 'asc' },
  });
  return payments.map(({ id: paymentId, amountFen, allocations }) => ({ paymentId, amountFen, years: yearsOf({ allocations }) }));
}

/** How many filings stand in each state. */
export async function countFilings(actor: Actor): Promise<Partial<Record<FilingState, number>>> {
  authorize(actor, 'filing.list', null);
  const groups = await db().filing.groupBy({ by: ['state'], _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

/** These filings with what finance should look at; in no order. */
export async function listMarked(actor: Actor, ids: readonly string[]): Promise<MarkedFiling[]> {
  authorize(actor, 'filing.list', null);
  return markFilings(await db().filing.findMany({ where: { id: { in: [...ids] } }, include: filingInclude }));
}

async function markFilings(rows: readonly LoadedFiling[]): Promise<MarkedFiling[]> {
  const sameSerials = await listSameSerials(
    db(),
    rows.map(({ id }) => id),
  );
  return rows.map((row) => markFiling(row, sameSerials.has(row.id)));
}

function markFiling(row: LoadedFiling, isSerialUsed: boolean): MarkedFiling {
  const view = viewFiling(row);
  const levels = row.charges.map(({ charge }) => charge.level);
  return {
    ...{ ...view, level: row.level, isSerialUsed },
    ownLevel: levels[0] ?? 'ordinaryMember',
    isOtherLevel: row.state !== 'returned' && row.level !== null && !levels.includes(row.level),
    differenceFen: differenceFen(row, view),
  };
}

// A credit code, else a part of a name or of the serial number.
function searchFor(search: string): Prisma.FilingWhereInput[] {
  const code = normaliseUscc(search);
  if (/^[0-9A-Z]{18}$/.test(code)) return [{ titleUscc: code }];
  const text = search.trim();
  return [{ titleName: { contains: text } }, { payer: { contains: text } }, { serial: { contains: text } }];
}

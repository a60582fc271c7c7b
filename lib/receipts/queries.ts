import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { companySearch } from '../companies/search';
import { db } from '../db';
import { DomainError } from '../errors';
import type { Prisma, ReceiptState } from '../generated/prisma/client';
import { normaliseUscc } from '../uscc';
import { type ReceiptView, type RequestView, receiptFacts, viewReceipt, viewRequest } from './views';

export const RECEIPTS_PAGE = 50;

/** `toReverse`: valid, while the dues that they are for were cancelled, so that the money goes back. */
export type ReceiptTab = ReceiptState | 'toReverse';
export type ReceiptLine = ReceiptView & { companyName: string; years: number[]; refundedFen: number };

const TO_REVERSE: Prisma.ReceiptWhereInput = { state: 'issued', charges: { some: { charge: { state: 'cancelled' } } } };

const lineInclude = {
  ...receiptFacts,
  charges: { include: { charge: { select: { year: true, heldFen: true, company: { select: { name: true } } } } } },
} as const satisfies Prisma.ReceiptInclude;
type LineRow = Prisma.ReceiptGetPayload<{ include: typeof lineInclude }>;

/** Recorded receipts of a tab, the latest first; those to be reversed in the order in which they came. */
export async function listReceipts(
  actor: Actor,
  { tab, search, page }: { tab: ReceiptTab; search: string; page: number },
): Promise<{ rows: ReceiptLine[]; total: number }> {
  authorize(actor, 'receipt.list', null);
  const where = { AND: [tab === 'toReverse' ? TO_REVERSE : { state: tab }, search.trim() ? { OR: searchFor(search) } : {}] };
  const [rows, total] = await Promise.all([
    db().receipt.findMany({
      where,
      include: lineInclude,
      orderBy: [{ issuedOn: tab === 'toReverse' ? 'asc' : 'desc' }, { id: 'asc' }],
      skip: (page - 1) * RECEIPTS_PAGE,
      take: RECEIPTS_PAGE,
    }),
    db().receipt.count({ where }),
  ]);
  return { rows: rows.map(viewLine), total };
}

function viewLine({ charges, ...row }: LineRow): ReceiptLine {
  return {
    ...viewReceipt(row),
    companyName: charges[0]?.charge.company?.name ?? row.titleName,
    years: charges.map(({ charge }) => charge.year).toSorted(),
    refundedFen: Math.max(0, row.amountFen - charges.reduce((sum, { charge }) => sum + charge.heldFen, 0)),
  };
}

function searchFor(search: string): Prisma.ReceiptWhereInput[] {
  const text = search.trim();
  return [
    { number: text },
    { redNumber: text },
    { titleUscc: normaliseUscc(text) },
    { titleName: { contains: text } },
    { charges: { some: { charge: { company: companySearch(text) } } } },
  ];
}

export type ReceiptDetail = ReceiptLine & {
  charges: { id: string; year: number; isCancelled: boolean }[];
  events: { id: string; event: string; actorName: string; reason: string | null; createdAt: Date }[];
  mayRecord: boolean;
};

/** One receipt with its history, for finance. @throws DomainError `notFound` */
export async function getReceipt(actor: Actor, id: string): Promise<ReceiptDetail> {
  authorize(actor, 'receipt.list', null);
  const found = await db().receipt.findUnique({
    where: { id },
    include: {
      ...receiptFacts,
      events: { orderBy: { createdAt: 'asc' } },
      charges: {
        include: { charge: { select: { id: true, year: true, state: true, heldFen: true, company: { select: { name: true } } } } },
        orderBy: { charge: { year: 'asc' } },
      },
    },
  });
  if (!found) throw new DomainError('notFound');
  const { events, ...row } = found;
  return {
    ...viewLine(row),
    charges: row.charges.map(({ charge: { id: chargeId, year, state } }) => ({ id: chargeId, year, isCancelled: state === 'cancelled' })),
    events: events.map(({ id: eventId, event, actorName, reason, createdAt }) => ({ id: eventId, event, actorName, reason, createdAt })),
    mayRecord: isAllowed(actor, 'receipt.record', null),
  };
}

export type RequestLine = RequestView & { receiptId: string; number: string; companyName: string; years: number[]; requestedBy: string };

/** What members ask of their receipts and nobody has answered, the longest waiting first. */
export async function listOpenRequests(actor: Actor): Promise<RequestLine[]> {
  authorize(actor, 'receipt.list', null);
  const rows = await db().receiptRequest.findMany({
    where: { state: 'open' },
    include: { requestedBy: { select: { name: true } }, receipt: { include: lineInclude } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(({ receipt, requestedBy, ...request }) => {
    const { companyName, years, number } = viewLine(receipt);
    return { ...viewRequest(request), receiptId: receipt.id, number, companyName, years, requestedBy: requestedBy.name };
  });
}

/** How much of each waits beside what is to be issued. */
export async function countReceiptWork(actor: Actor): Promise<{ toReverse: number; requests: number }> {
  authorize(actor, 'receipt.list', null);
  const [toReverse, requests] = await Promise.all([
    db().receipt.count({ where: TO_REVERSE }),
    db().receiptRequest.count({ where: { state: 'open' } }),
  ]);
  return { toReverse, requests };
}

import 'server-only';
import type { AccountActor, Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import type { RefundState } from '../generated/prisma/enums';
import { OPEN_REFUND } from './states';

export const REFUNDS_PAGE = 20;

export type RefundRow = {
  id: string;
  state: RefundState;
  amountFen: number;
  reason: string;
  name: string;
  /** The year that it was for; none where it was too much. */
  year: number | null;
  chargeId: string | null;
  requestedAt: Date;
  requestedBy: string;
  paidOn: Day | null;
  serial: string | null;
  /** Whoever reads it asked for it. */
  isOwn: boolean;
  mayApprove: boolean;
  mayPay: boolean;
};

/** Refunds in a state, the longest waiting first. */
export async function listRefunds(
  actor: AccountActor,
  { state, page }: { state: RefundState | 'all'; page: number },
): Promise<{ rows: RefundRow[]; total: number }> {
  authorize(actor, 'charge.list', null);
  const where = state === 'all' ? {} : { state };
  const [rows, total] = await Promise.all([
    db().refund.findMany({
      where,
      include: {
        charge: { select: { year: true, company: { select: { name: true } } } },
        payment: { select: { source: true, payer: true, company: { select: { name: true } }, filing: { select: { titleName: true } } } },
        money: true,
        events: { where: { event: 'request' } },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * REFUNDS_PAGE,
      take: REFUNDS_PAGE,
    }),
    db().refund.count({ where }),
  ]);
  return {
    total,
    rows: rows.map(({ id, state: now, amountFen, reason, payment, charge, chargeId, createdAt, requestedById, money, events }) => ({
      ...{ id, state: now, amountFen, reason, chargeId, requestedAt: createdAt },
      name: payment.company?.name ?? charge?.company?.name ?? payment.filing?.titleName ?? payment.payer,
      year: charge?.year ?? null,
      requestedBy: events[0]?.actorName ?? '',
      paidOn: money && dayOf(money.paidOn),
      serial: money?.serial ?? null,
      isOwn: requestedById === actor.id,
      mayApprove: now === 'requested' && isAllowed(actor, 'refund.approve', { requestedById }),
      // Online money goes back by itself.
      mayPay: now === 'approved' && payment.source !== 'online' && isAllowed(actor, 'refund.request', null),
    })),
  };
}

/** Money that has yet to go back: how many refunds in each state, and the sum in fen. */
export async function sumOpenRefunds(actor: Actor): Promise<{ counts: Partial<Record<RefundState, number>>; fen: number }> {
  authorize(actor, 'charge.list', null);
  const groups = await db().refund.groupBy({
    by: ['state'],
    where: { state: { in: [...OPEN_REFUND] } },
    _count: true,
    _sum: { amountFen: true },
  });
  return {
    counts: Object.fromEntries(groups.map(({ state, _count }) => [state, _count])),
    fen: groups.reduce((sum, { _sum }) => sum + (_sum.amountFen ?? 0), 0),
  };
}

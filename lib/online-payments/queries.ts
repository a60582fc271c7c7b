import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import type { DifferenceKind, OnlineOrderState } from '../generated/prisma/enums';
import { onlinePayment } from '../providers/payment/payment';
import { refreshOrder } from './refresh-order';

/** The name of the way to pay online; null where there is none, and then no page speaks of it. */
export function onlineLabel(): string | null {
  return onlinePayment()?.label ?? null;
}

export type OnlineOrderView = { orderNumber: string; companyId: string; state: OnlineOrderState; amountFen: number; years: number[] };

/** How a payment stands that somebody comes back from; asks the provider when we do not know. @throws DomainError `notFound` */
export async function getOnlineOrder(actor: Actor, orderNumber: string): Promise<OnlineOrderView> {
  const order = await db().onlineOrder.findUnique({ where: { orderNumber } });
  if (!order) throw new DomainError('notFound');
  authorize(actor, 'dues.view', order);
  if (order.state !== 'paid') await refreshOrder(order);
  const { state, amountFen, companyId, charges } = await db().onlineOrder.findUniqueOrThrow({
    where: { orderNumber },
    include: { charges: { include: { charge: { select: { year: true } } } } },
  });
  return { orderNumber, companyId, state, amountFen, years: [...new Set(charges.map(({ charge }) => charge.year))].toSorted() };
}

export type DifferenceView = {
  id: string;
  kind: DifferenceKind;
  orderNumber: string;
  tradeNumber: string;
  expectedFen: number;
  actualFen: number;
  resolution: string | null;
  createdAt: Date;
};

/** What does not fit between the provider and us, open ones first. */
export async function listDifferences(actor: Actor): Promise<DifferenceView[]> {
  authorize(actor, 'charge.list', null);
  const rows = await db().paymentDifference.findMany({
    orderBy: [{ resolvedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'asc' }],
    take: 200,
  });
  return rows.map(({ id, kind, orderNumber, tradeNumber, expectedFen, actualFen, resolution, createdAt }) => ({
    ...{ id, kind, orderNumber, tradeNumber, expectedFen, actualFen, resolution, createdAt },
  }));
}

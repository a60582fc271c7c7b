import 'server-only';
import type { OnlineOrderState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { type OnlineOrderEventName, onlineOrderTransitions } from './states';

/** How an order's row moves and what its history records. */
export const onlineOrderMachine: Machine<OnlineOrderState, OnlineOrderEventName, Prisma.OnlineOrderUncheckedUpdateManyInput> = {
  record: 'onlineOrder',
  rows: onlineOrderTransitions,
  async move(tx, id, from, to, change) {
    const { count } = await tx.onlineOrder.updateMany({ where: { id, state: from }, data: { ...change, state: to } });
    return count;
  },
  async log(tx, orderId, event) {
    await tx.onlineOrderEvent.create({ data: { orderId, ...event } });
  },
};

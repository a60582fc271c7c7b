import 'server-only';
import type { Prisma, RefundState } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { type RefundEventName, refundTransitions } from './states';

/** How a refund's row moves and what its history records. */
export const refundMachine: Machine<RefundState, RefundEventName, Prisma.RefundUncheckedUpdateManyInput> = {
  record: 'refund',
  rows: refundTransitions,
  async move(tx, id, from, to, change) {
    const { count } = await tx.refund.updateMany({ where: { id, state: from }, data: { ...change, state: to } });
    return count;
  },
  async log(tx, refundId, event) {
    await tx.refundEvent.create({ data: { refundId, ...event } });
  },
};

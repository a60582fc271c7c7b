import 'server-only';
import type { ErasureState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { type ErasureEventName, erasureTransitions } from './states';

type Change = Prisma.ErasureRequestUncheckedUpdateManyInput;

/** How a 注销申请 moves and what its history records. */
export const erasureMachine: Machine<ErasureState, ErasureEventName, Change> = {
  record: 'erasure',
  rows: erasureTransitions,
  async move(tx, id, from, to, change) {
    const { count } = await tx.erasureRequest.updateMany({ where: { id, state: from }, data: { ...change, state: to } });
    return count;
  },
  async log(tx, requestId, event) {
    await tx.erasureEvent.create({ data: { requestId, ...event } });
  },
};

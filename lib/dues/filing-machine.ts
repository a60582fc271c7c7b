import 'server-only';
import type { FilingState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { type FilingEventName, filingTransitions } from './states';

/** How a filing's row moves and what its history records. */
export const filingMachine: Machine<FilingState, FilingEventName, Prisma.FilingUncheckedUpdateManyInput> = {
  record: 'filing',
  rows: filingTransitions,
  async move(tx, id, from, to, change) {
    const { count } = await tx.filing.updateMany({ where: { id, state: from }, data: { ...change, state: to } });
    return count;
  },
  async log(tx, filingId, event) {
    await tx.filingEvent.create({ data: { filingId, ...event } });
  },
};

import 'server-only';
import type { ChargeState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { type ChargeEventName, chargeTransitions, NOT_PROPOSED } from './states';

/** How a charge's row moves and what its history records. Whatever happens to it ends what was proposed. */
export const chargeMachine: Machine<ChargeState, ChargeEventName, Prisma.ChargeUncheckedUpdateManyInput> = {
  record: 'charge',
  rows: chargeTransitions,
  async move(tx, id, from, to, change) {
    const { count } = await tx.charge.updateMany({ where: { id, state: from }, data: { ...NOT_PROPOSED, ...change, state: to } });
    return count;
  },
  async log(tx, chargeId, event) {
    await tx.chargeEvent.create({ data: { chargeId, ...event } });
  },
};

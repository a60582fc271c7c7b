import 'server-only';
import type { Actor } from '../access/actor';
import type { Tx } from '../db';
import type { ChargeDecision } from '../generated/prisma/enums';
import { transition } from '../transition';
import { chargeMachine } from './charge-machine';

/** Of charges that money has just come to: a proposal to let one go has lost its object once it is paid in full. */
export async function lapseProposals(
  tx: Tx,
  actor: Actor,
  charges: readonly { id: string; proposed: ChargeDecision | null }[],
): Promise<void> {
  const proposed = charges.filter((charge) => charge.proposed).map(({ id }) => id);
  if (!proposed.length) return;
  const { amountFen } = tx.charge.fields;
  const paid = await tx.charge.findMany({
    where: { id: { in: proposed }, heldFen: { gte: amountFen } },
    select: { id: true, state: true },
  });
  for (const { id, state } of paid) await transition(tx, actor, chargeMachine, { id, from: state, event: 'lapse', data: {} });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { allocate } from './allocate';
import { filingMachine } from './filing-machine';
import { loadFiling } from './queries';

/**
 * 确认到账: the money that the filing tells of has arrived. Records it as a payment and allocates it to the filing's
 * charges, oldest first; what is over or short stays visible as the difference of the sums.
 * @throws DomainError `alreadyDecided` when somebody else was first
 */
export async function confirmFiling(actor: AccountActor, filingId: string): Promise<void> {
  await transaction(async (tx) => {
    const filing = await loadFiling(tx, filingId);
    authorize(actor, 'filing.confirm', filing);
    await transition(tx, actor, filingMachine, { id: filingId, from: filing.state, event: 'confirm', data: { decidedAt: await now(tx) } });
    const payment = await tx.payment.create({
      data: { source: 'manual', filingId, amountFen: filing.amountFen, paidOn: filing.paidOn, confirmedById: actor.id },
    });
    await allocate(
      tx,
      payment,
      filing.charges.map(({ charge }) => charge),
    );
  });
}

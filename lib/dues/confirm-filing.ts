import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { dayOf } from '../days';
import type { Tx } from '../db';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { arrivedFen } from './arrived';
import { filingMachine } from './filing-machine';
import { type LoadedFiling, loadFiling } from './queries';
import { settlePayment } from './settle-payment';

/**
 * 确认到账: the money that the filing tells of has arrived. Records it as a payment and allocates it to the filing's
 * charges, oldest first; what is over or short stays visible as the difference of the sums.
 * @throws DomainError `alreadyDecided` when somebody else was first
 */
export async function confirmFiling(actor: Actor, filingId: string): Promise<void> {
  await transaction(async (tx) => {
    const filing = await loadFiling(tx, filingId);
    authorize(actor, 'filing.confirm', filing);
    await confirmLoadedFiling(tx, actor, filing);
  });
}

/**
 * The same inside another command's transaction, which has asked the policy. `onlyArrived`: nothing more will come, so
 * that what is short of the filing stays open.
 */
export async function confirmLoadedFiling(tx: Tx, actor: Actor, filing: LoadedFiling, { onlyArrived = false } = {}): Promise<void> {
  const { id: filingId, filedAt, amountFen, paidOn, payer, serial, charges } = filing;
  await transition(tx, actor, filingMachine, { id: filingId, from: filing.state, event: 'confirm', data: { decidedAt: await now(tx) } });
  // Of money that was recorded before, only what is more than that has yet to be counted; asked now that nobody else can add to it.
  const arrived = arrivedFen({ filedAt, payments: await tx.payment.findMany({ where: { filingId } }) });
  if (onlyArrived || amountFen <= arrived) return;
  await settlePayment(tx, actor, {
    source: 'manual',
    filingId,
    amountFen: amountFen - arrived,
    paidOn: dayOf(paidOn),
    payer,
    serial: serial ?? undefined,
    chargeIds: charges.map(({ chargeId }) => chargeId),
  });
}

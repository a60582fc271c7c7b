import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { filingMachine } from './filing-machine';
import { loadFiling } from './queries';

/** 退回汇款信息, with the reason; the person who filed it gets an SMS. @throws DomainError `alreadyDecided`, `invalid` without a reason */
export async function returnFiling(actor: AccountActor, { filingId, reason }: { filingId: string; reason: string }): Promise<void> {
  await transaction(async (tx) => {
    const filing = await loadFiling(tx, filingId);
    authorize(actor, 'filing.return', filing);
    const decidedAt = await now(tx);
    await transition(tx, actor, filingMachine, { id: filingId, from: filing.state, event: 'return', reason, data: { decidedAt, reason } });
    await queueMessage(tx, {
      template: 'filingReturned',
      phone: filing.application?.registrant.phone ?? filing.mobile,
      parameters: { company: filing.titleName, year: [...new Set(filing.charges.map(({ charge }) => charge.year))].toSorted().join('、') },
      dedupeKey: `filingReturned:${filingId}:${decidedAt.toISOString()}`,
    });
  });
}

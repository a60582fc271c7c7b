import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { db } from '../db';
import { DomainError } from '../errors';
import { loadLiaisons, lockLiaisons } from '../liaisons/load-liaisons';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { exitMachine } from './change-machine';
import { findOpenExit } from './open-request';

/** The member stays after all. @throws DomainError `notFound`, `forbidden`, `handedOver`, `alreadyDecided` when nothing is asked for any more */
export async function withdrawExit(actor: AccountActor, companyId: string): Promise<void> {
  const before = await loadLiaisons(db(), companyId);
  authorize(actor, 'exit.ask', before);
  await transaction(async (tx) => {
    await lockLiaisons(tx, before);
    const open = await findOpenExit(tx, companyId);
    if (!open) throw new DomainError('alreadyDecided');
    const decidedAt = await now(tx);
    await transition(tx, actor, exitMachine, { id: open.id, from: open.state, event: 'withdraw', data: { decidedAt } });
  });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { requestMachine } from './change-machine';
import { lockCompany } from './lock-company';
import { findOpenRequest } from './open-request';

/** The member no longer asks for the new name. @throws DomainError `notFound`, `alreadyDecided` when nothing is asked for any more */
export async function withdrawRename(actor: AccountActor, companyId: string): Promise<void> {
  authorize(actor, 'company.edit', { companyId });
  await transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const request = await findOpenRequest(tx, companyId);
    if (!request) throw new DomainError('alreadyDecided');
    const decidedAt = await now(tx);
    await transition(tx, actor, requestMachine, { id: request.id, from: request.state, event: 'withdraw', data: { decidedAt } });
  });
}

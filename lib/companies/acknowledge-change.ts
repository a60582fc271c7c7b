import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { noticeMachine } from './change-machine';
import { loadChange } from './load-change';
import { lockCompany } from './lock-company';

/** Staff have seen a change that is in force. @throws DomainError `notFound`, `alreadyDecided` */
export async function acknowledgeChange(actor: AccountActor, changeId: string): Promise<void> {
  await transaction(async (tx) => {
    const { companyId } = await loadChange(tx, changeId);
    authorize(actor, 'change.decide', { companyId });
    await lockCompany(tx, companyId);
    const { state } = await loadChange(tx, changeId);
    const decidedAt = await now(tx);
    await transition(tx, actor, noticeMachine, { id: changeId, from: state, event: 'acknowledge', data: { decidedAt } });
  });
}

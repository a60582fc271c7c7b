import 'server-only';
import type { AccountActor } from '../access/actor';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { requestMachine } from './change-machine';
import { openDecision } from './open-decision';
import { tellFirstLiaison } from './tell-first-liaison';

/** 退回更名申请, with the reason; the first liaison gets an SMS. @throws DomainError `alreadyDecided`, `invalid` without a reason */
export async function returnRename(actor: AccountActor, { changeId, reason }: { changeId: string; reason: string }): Promise<void> {
  await transaction(async (tx) => {
    const { change, company, decidedAt } = await openDecision(tx, actor, changeId);
    await transition(tx, actor, requestMachine, { id: changeId, from: change.state, event: 'return', reason, data: { decidedAt } });
    await tellFirstLiaison(tx, company, {
      template: 'renameReturned',
      parameters: { company: company.name },
      dedupeKey: `renameReturned:${changeId}:${decidedAt.toISOString()}`,
    });
  });
}

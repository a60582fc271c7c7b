import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { same } from '../applications/merge-answers';
import { now } from '../clock';
import { changeFieldLabels } from '../copy/companies';
import { DomainError } from '../errors';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { valuesAt } from './change-fields';
import { noticeMachine } from './change-machine';
import { contentOf, loadChange } from './load-change';
import { companyValues, firstLiaisonOf, loadCompany } from './load-company';
import { lockCompany } from './lock-company';
import { restoreValues } from './write-company';

/**
 * Takes a change back that staff do not accept, with the reason: the values are again what they were before, and the
 * first liaison gets an SMS. @throws DomainError `alreadyDecided`, `changedAgain` when the same was changed once more since
 */
export async function undoChange(actor: AccountActor, { changeId, reason }: { changeId: string; reason: string }): Promise<void> {
  await transaction(async (tx) => {
    const { companyId } = await loadChange(tx, changeId);
    authorize(actor, 'change.decide', { companyId });
    await lockCompany(tx, companyId);
    const change = await loadChange(tx, changeId);
    const company = await loadCompany(tx, companyId);
    const { field, before, after } = contentOf(change);
    const decidedAt = await now(tx);
    await transition(tx, actor, noticeMachine, { id: changeId, from: change.state, event: 'undo', reason, data: { decidedAt } });
    if (!same(valuesAt(field, companyValues(company)), after)) throw new DomainError('changedAgain');
    await restoreValues(tx, company, field, before);
    const liaison = firstLiaisonOf(company);
    if (!liaison) return;
    await queueMessage(tx, {
      template: 'changeUndone',
      phone: liaison.mobile,
      parameters: { company: company.name, what: changeFieldLabels[field] },
      dedupeKey: `changeUndone:${changeId}`,
    });
  });
}

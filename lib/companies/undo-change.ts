import 'server-only';
import type { AccountActor } from '../access/actor';
import { same } from '../applications/merge-answers';
import { changeFieldLabels } from '../copy/companies';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { valuesAt } from './change-fields';
import { noticeMachine } from './change-machine';
import { contentOf } from './load-change';
import { companyValues } from './load-company';
import { openDecision } from './open-decision';
import { tellFirstLiaison } from './tell-first-liaison';
import { restoreValues } from './write-company';

/**
 * Takes a change back that staff do not accept, with the reason: the values are again what they were before, and the
 * first liaison gets an SMS. @throws DomainError `alreadyDecided`, `changedAgain` when the same was changed once more since
 */
export async function undoChange(actor: AccountActor, { changeId, reason }: { changeId: string; reason: string }): Promise<void> {
  await transaction(async (tx) => {
    const { change, company, decidedAt } = await openDecision(tx, actor, changeId);
    const { field, before, after } = contentOf(change);
    await transition(tx, actor, noticeMachine, { id: changeId, from: change.state, event: 'undo', reason, data: { decidedAt } });
    if (!same(valuesAt(field, companyValues(company)), after)) throw new DomainError('changedAgain');
    await restoreValues(tx, company, field, before);
    await tellFirstLiaison(tx, company, {
      template: 'changeUndone',
      parameters: { company: company.name, what: changeFieldLabels[field] },
      dedupeKey: `changeUndone:${changeId}`,
    });
  });
}

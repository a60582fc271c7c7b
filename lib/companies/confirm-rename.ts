import 'server-only';
import type { AccountActor } from '../access/actor';
import { reissueCertificate } from '../certificates/reissue-certificate';
import { DomainError } from '../errors';
import { isUniqueViolation, transaction } from '../transaction';
import { transition } from '../transition';
import { requestMachine } from './change-machine';
import { identityOf } from './load-change';
import { openDecision } from './open-decision';
import { renameCompany } from './rename-company';
import { tellFirstLiaison } from './tell-first-liaison';

/**
 * The new 单位名称 or 信用代码 comes into force: everything shows it, the old name stays with its dates and is still found,
 * the certificate is issued anew and the next receipt's title is the new one. The first liaison gets an SMS.
 * @throws DomainError `alreadyDecided`, `usccTaken` when another company has the code by now, `invalid` when another member has the name
 */
export async function confirmRename(actor: AccountActor, changeId: string): Promise<void> {
  await transaction(async (tx) => {
    const { change, company, decidedAt } = await openDecision(tx, actor, changeId);
    await transition(tx, actor, requestMachine, { id: changeId, from: change.state, event: 'confirm', data: { decidedAt } });
    const identity = identityOf(change.after);
    await renameCompany(tx, company, identity);
    const { member } = company;
    if (member && (member.state === 'active' || member.state === 'suspended')) await reissueCertificate(tx, actor, member.id, '单位更名');
    await tellFirstLiaison(tx, company, {
      template: 'renameConfirmed',
      parameters: { company: identity.name },
      dedupeKey: `renameConfirmed:${changeId}`,
    });
  }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError('usccTaken') : error;
  });
}

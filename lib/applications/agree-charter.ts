import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { recordConsent } from '../documents/record-consent';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { loadApplication } from './load-application';
import { EDITABLE } from './states';

/** 同意章程 (manual 一(四)): records version, moment and address. Agreeing again changes nothing. @throws DomainError `notEditable` */
export async function agreeCharter(actor: AccountActor, applicationId: string): Promise<void> {
  await transaction(async (tx) => {
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.edit', application);
    if (application.charterConsentId) return;
    if (!EDITABLE.includes(application.state)) throw new DomainError('notEditable');
    const consent = await recordConsent(tx, { accountId: actor.id, kind: 'charter', address: actor.address });
    await tx.application.update({ where: { id: applicationId }, data: { charterConsentId: consent.id } });
    await recordAudit(tx, actor, { action: 'application.agreeCharter', record: 'application', recordId: applicationId });
  });
}

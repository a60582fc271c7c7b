import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';
import { answersOf, loadApplication, lockApplication } from './load-application';

/**
 * 重新申请 after a withdrawal or a rejection: a new draft with the company's answers; charter, files and dues start anew.
 * A second click finds the draft that the first one made. @throws DomainError `alreadyDecided` while the old one is still open
 */
export async function reapply(actor: AccountActor, applicationId: string): Promise<{ applicationId: string }> {
  const { collectBeforeApproval } = await getSetting('dues');
  return transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const old = await loadApplication(tx, applicationId);
    authorize(actor, 'application.edit', old);
    if (old.state !== 'rejected' && old.state !== 'withdrawn') throw new DomainError('alreadyDecided');
    const open = await tx.application.findFirst({
      where: { registrantId: actor.id, state: 'draft', createdAt: { gt: old.decidedAt ?? old.createdAt } },
    });
    if (open) return { applicationId: open.id };
    const company = answersOf(old, 'company')?.data;
    const created = await tx.application.create({
      data: { registrantId: actor.id, collectBeforeApproval, ...(company && { answers: { create: { step: 'company', data: company } } }) },
    });
    await recordAudit(tx, actor, {
      action: 'application.reapply',
      record: 'application',
      recordId: created.id,
      data: { after: applicationId },
    });
    return { applicationId: created.id };
  });
}

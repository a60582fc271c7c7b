import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { type CheckItem, otherCheck } from '../copy/review';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { loadApplication, lockApplication } from './load-application';
import { DECIDABLE } from './states';

/** Ticks an item of the checklist for the round under review, or takes the tick back; of two that exclude each other one stays. @throws DomainError `alreadyDecided` */
export async function checkItem(
  actor: AccountActor,
  { applicationId, item, checked }: { applicationId: string; item: CheckItem; checked: boolean },
): Promise<void> {
  await transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.check', application);
    const snapshotId = application.currentSnapshotId;
    if (!snapshotId || !DECIDABLE.includes(application.state)) throw new DomainError('alreadyDecided');
    const where = { snapshotId_item: { snapshotId, item } };
    const create = { snapshotId, item, actorId: actor.id, actorName: actor.name };
    const other = otherCheck[item];
    if (checked && other) await tx.reviewCheck.deleteMany({ where: { snapshotId, item: other } });
    if (checked) await tx.reviewCheck.upsert({ where, create, update: {} });
    else await tx.reviewCheck.deleteMany({ where: { snapshotId, item } });
    await recordAudit(tx, actor, {
      action: checked ? 'application.check' : 'application.uncheck',
      record: 'application',
      recordId: applicationId,
      data: { item },
    });
  });
}

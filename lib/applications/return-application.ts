import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { applicationMachine } from './application-machine';
import { companyNameOf, loadApplication, lockApplication } from './load-application';
import { isMarkTarget } from './marks';

type Return = { applicationId: string; reason: string; marks: { target: string; comment: string }[] };

/**
 * 退回修改: what to correct, by field and file, each with its comment. All stays editable for the applicant, who gets an
 * SMS; the filing of the dues is not touched. @throws DomainError `alreadyDecided`, `invalid` without a reason
 */
export async function returnApplication(actor: AccountActor, { applicationId, reason, marks }: Return): Promise<void> {
  await transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.return', application);
    const snapshot = application.currentSnapshot;
    if (!marks.every(({ target }) => isMarkTarget(target))) throw new DomainError('invalid');
    await transition(tx, actor, applicationMachine(snapshot?.id ?? null), {
      id: applicationId,
      from: application.state,
      event: 'return',
      reason,
      data: {},
    });
    if (!snapshot) throw new Error(`application ${applicationId} was submitted without a snapshot`);
    await tx.reviewMark.createMany({ data: marks.map((mark) => ({ ...mark, snapshotId: snapshot.id, actorId: actor.id })) });
    await queueMessage(tx, {
      template: 'applicationReturned',
      phone: application.registrant.phone,
      parameters: { company: companyNameOf(application), count: String(Math.max(1, marks.length)) },
      dedupeKey: `applicationReturned:${snapshot.id}`,
    });
  });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { cancelApplicationCharges } from '../dues/cancel-charges';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { applicationMachine } from './application-machine';
import { companyNameOf, loadApplication, lockApplication } from './load-application';

/** 不予通过, with the reason. Dues that were filed go to 待退费; the applicant gets an SMS. @throws DomainError `alreadyDecided`, `invalid` */
export async function rejectApplication(
  actor: AccountActor,
  { applicationId, reason }: { applicationId: string; reason: string },
): Promise<void> {
  await transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.reject', application);
    const snapshotId = application.currentSnapshot?.id ?? null;
    const data = { decidedAt: await now(tx) };
    await transition(tx, actor, applicationMachine(snapshotId), {
      id: applicationId,
      from: application.state,
      event: 'reject',
      reason,
      data,
    });
    await cancelApplicationCharges(tx, actor, applicationId, '申请未获通过');
    await queueMessage(tx, {
      template: 'applicationRejected',
      phone: application.registrant.phone,
      parameters: { company: companyNameOf(application) },
      dedupeKey: `applicationRejected:${applicationId}`,
    });
  });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { cancelApplicationCharges } from '../dues/cancel-charges';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { applicationMachine } from './application-machine';
import { loadApplication, lockApplication } from './load-application';

/** 撤回申请 by the applicant, before a decision. Dues that were filed go to 待退费. @throws DomainError `alreadyDecided` */
export async function withdrawApplication(actor: AccountActor, applicationId: string): Promise<void> {
  await transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.withdraw', application);
    const snapshotId = application.currentSnapshot?.id ?? null;
    const data = { decidedAt: await now(tx) };
    await transition(tx, actor, applicationMachine(snapshotId), { id: applicationId, from: application.state, event: 'withdraw', data });
    await cancelApplicationCharges(tx, actor, applicationId, '申请已撤回');
  });
}

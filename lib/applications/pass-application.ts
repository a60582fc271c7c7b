import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { applicationMachine } from './application-machine';
import { loadApplication, lockApplication } from './load-application';

/**
 * 初审通过: on to 待批准, where a meeting approves. Only while the setting 分两步审核 is on.
 * @throws DomainError `alreadyDecided`, `invalid` when applications are approved in one stage
 */
export async function passApplication(actor: AccountActor, applicationId: string): Promise<void> {
  const { twoStages } = await getSetting('joining');
  await transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.pass', application);
    if (!twoStages) throw new DomainError('invalid', { text: '现在没有设置分两步审核，请直接审核通过。' });
    const machine = applicationMachine(application.currentSnapshotId);
    await transition(tx, actor, machine, { id: applicationId, from: application.state, event: 'pass', data: {} });
  });
}

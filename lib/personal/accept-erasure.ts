import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { lockCompany } from '../companies/lock-company';
import type { Tx } from '../db';
import { leave } from '../liaisons/leave';
import { loadLiaisons } from '../liaisons/load-liaisons';
import { recordPersonChange } from '../liaisons/record-change';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { eraseAccount } from './erase-account';
import { erasureMachine } from './erasure-machine';
import { requireNoObstacle } from './erasure-obstacles';
import { type LoadedErasure, loadErasure } from './load-erasure';
import { lockAccount } from './lock-account';

/**
 * 办理注销: the person is no liaison any more, signed out everywhere, and nothing that may be erased says who it was
 * (`eraseAccount`). The phone gets a last SMS, and may register anew.
 * @throws DomainError `notFound`, `forbidden`, `stepUp`, `alreadyDecided`, `notEditable` when something stands in the way by now
 */
export async function acceptErasure(actor: AccountActor, requestId: string): Promise<void> {
  authorize(actor, 'erasure.decide', null);
  await transaction(async (tx) => {
    const { accountId } = await loadErasure(tx, requestId);
    await lockAccount(tx, accountId);
    const request = await loadErasure(tx, requestId);
    const decidedAt = await now(tx);
    await transition(tx, actor, erasureMachine, {
      ...{ id: requestId, from: request.state, event: 'accept', data: { decidedAt, reason: '' } },
    });
    await requireNoObstacle(tx, accountId);
    await endRoles(tx, actor, request);
    const { phone } = request.account;
    await eraseAccount(tx, actor, request.account);
    await queueMessage(tx, { template: 'accountErased', phone, parameters: {}, dedupeKey: `accountErased:${requestId}` });
  });
}

async function endRoles(tx: Tx, actor: AccountActor, { account }: LoadedErasure): Promise<void> {
  for (const companyId of account.liaisons.map((liaison) => liaison.companyId).toSorted()) {
    await lockCompany(tx, companyId);
    const liaisons = await loadLiaisons(tx, companyId);
    const own = [liaisons.first, liaisons.second].find((liaison) => liaison?.accountId === account.id);
    if (!own) continue;
    await leave(tx, liaisons, own, own.order === 'second' ? liaisons.firstId : null);
    await recordPersonChange(tx, actor, liaisons, {
      ...{ action: 'liaison.erase', order: own.order, before: own, byStaff: { fileId: null, reason: '本人申请注销账号' } },
    });
  }
}

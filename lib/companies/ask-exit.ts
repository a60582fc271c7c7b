import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db } from '../db';
import { DomainError } from '../errors';
import { loadLiaisons, lockLiaisons } from '../liaisons/load-liaisons';
import { ENDED } from '../members/states';
import { transaction } from '../transaction';
import { findOpenExit } from './open-request';

/**
 * 退会申请 (product 5; charter 12: in writing): the first liaison asks, with the reason; staff decide. Until then nothing changes.
 * @throws DomainError `notFound`, `forbidden` for anybody but the first liaison, `handedOver`, `requestOpen` while one waits,
 * `notEditable` when the membership has ended
 */
export async function askExit(actor: AccountActor, { companyId, reason }: { companyId: string; reason: string }): Promise<void> {
  const before = await loadLiaisons(db(), companyId);
  authorize(actor, 'exit.ask', before);
  await transaction(async (tx) => {
    const { company } = await lockLiaisons(tx, before);
    if (!company.member || ENDED.includes(company.member.state)) {
      throw new DomainError('notEditable', { text: '会员资格已经结束，不需要再申请退会。' });
    }
    if (await findOpenExit(tx, companyId)) {
      throw new DomainError('requestOpen', { text: '已有一项退会申请在等协会处理。要改原因的，请先撤回那一项。' });
    }
    const { id } = await tx.companyChange.create({
      data: {
        ...{ companyId, kind: 'exit', state: 'pending', field: 'membership', before: {}, after: { reason } },
        ...{ madeAt: await now(tx), actorId: actor.id, actorName: actor.name },
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, { action: 'change.askExit', record: 'change', recordId: id, data: { companyId, reason } });
  });
}

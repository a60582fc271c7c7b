import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { requireNoObstacle } from './erasure-obstacles';
import { lockAccount } from './lock-account';

/**
 * 注销申请 (PIPL 47): a person asks that their account be erased; staff handle it.
 * @throws DomainError `forbidden` for staff, `notEditable` for who has to hand over or take an application back first,
 * `requestOpen` while one waits
 */
export async function askErasure(actor: AccountActor, reason: string): Promise<void> {
  authorize(actor, 'erasure.ask', { accountId: actor.id });
  await transaction(async (tx) => {
    await lockAccount(tx, actor.id);
    await requireNoObstacle(tx, actor.id);
    if (await tx.erasureRequest.count({ where: { accountId: actor.id, state: 'pending' } })) {
      throw new DomainError('requestOpen', { text: '已有一项注销申请在等协会处理。' });
    }
    const { id } = await tx.erasureRequest.create({ data: { accountId: actor.id, reason }, select: { id: true } });
    await recordAudit(tx, actor, { action: 'erasure.ask', record: 'erasure', recordId: id, data: { accountId: actor.id } });
  });
}

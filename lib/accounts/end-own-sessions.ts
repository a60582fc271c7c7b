import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { endOtherSessions } from './sessions';

/** 退出这台设备: ends one session of one's own; one that has ended already stays so. @throws DomainError `notFound` */
export async function endOwnSession(actor: AccountActor, sessionId: string): Promise<void> {
  await transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { accountId: true } });
    if (!session) throw new DomainError('notFound');
    authorize(actor, 'session.end', session);
    const { count } = await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: await now(tx) } });
    if (!count) return;
    await recordAudit(tx, actor, { action: 'account.endSession', record: 'account', recordId: actor.id, data: { sessionId } });
  });
}

/** 退出其他所有设备: ends every session of one's own but this one. */
export async function endOwnOtherSessions(actor: AccountActor): Promise<void> {
  authorize(actor, 'session.end', { accountId: actor.id });
  await transaction(async (tx) => {
    await endOtherSessions(tx, actor.id, actor.sessionId);
    await recordAudit(tx, actor, { action: 'account.endOtherSessions', record: 'account', recordId: actor.id });
  });
}

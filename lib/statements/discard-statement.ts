import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';

/**
 * Gives up a statement of which no row came in: a wrong file, or one whose rows another statement had.
 * @throws DomainError `notFound`, `alreadyDecided` once it has rows
 */
export async function discardStatement(actor: AccountActor, statementId: string): Promise<void> {
  authorize(actor, 'statement.work', null);
  const { fileKey } = await transaction(async (tx) => {
    const found = await tx.bankStatement.findUnique({ where: { id: statementId } });
    if (!found) throw new DomainError('notFound');
    const { count } = await tx.bankStatement.deleteMany({ where: { id: statementId, rows: { none: {} } } });
    if (!count) throw new DomainError('alreadyDecided', { text: '这份对账单的流水已经读入，不能删除。不是会费的流水请逐笔或一起忽略。' });
    await recordAudit(tx, actor, { action: 'statement.discard', record: 'statement', recordId: statementId, data: { name: found.name } });
    return found;
  });
  await storage().delete(fileKey);
}

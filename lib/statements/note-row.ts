import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { transaction } from '../transaction';
import { lockRow } from './machine';

/** A note beside a row, for whoever works on it next; an empty one takes it away. @throws DomainError `notFound` */
export async function noteRow(actor: AccountActor, { rowId, note }: { rowId: string; note: string }): Promise<void> {
  authorize(actor, 'statement.work', null);
  await transaction(async (tx) => {
    const before = await lockRow(tx, rowId);
    await tx.bankRow.update({ where: { id: rowId }, data: { note } });
    await recordAudit(tx, actor, { action: 'bankRow.note', record: 'bankRow', recordId: rowId, data: { from: before.note, to: note } });
  });
}

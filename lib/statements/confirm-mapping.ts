import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import type { Mapping } from './mapping';
import { readInto } from './read-into';
import { readRows, readStatementTable, type StatementTable } from './read-statement';

/**
 * Says which column of a new layout is which, reads the statement so, and remembers it for every later one of the layout.
 * @throws DomainError `invalid` when nothing can be read so, `alreadyDecided` when somebody else was first
 */
export async function confirmMapping(
  actor: AccountActor,
  { statementId, mapping }: { statementId: string; mapping: Mapping },
): Promise<void> {
  authorize(actor, 'statement.work', null);
  const statement = await db().bankStatement.findUnique({ where: { id: statementId } });
  if (!statement) throw new DomainError('notFound');
  if (statement.readAt) throw new DomainError('alreadyDecided');
  const table = await loadTable(statement.fileKey);
  if (!readRows(table, mapping).rows.length) throw new DomainError('invalid', { text: '照这样一笔收入也读不出来，请核对每一列。' });
  await transaction(
    async (tx) => {
      const { layout } = statement;
      await tx.statementLayout.upsert({ where: { layout }, create: { layout, mapping }, update: { mapping } });
      await readInto(tx, actor, statementId, table, mapping);
    },
    { timeoutMs: 60_000 },
  );
}

/** The table of a statement that was uploaded. */
export async function loadTable(fileKey: string): Promise<StatementTable> {
  const stored = await storage().get(fileKey);
  if (!stored) throw new DomainError('notFound');
  return readStatementTable(stored.body);
}

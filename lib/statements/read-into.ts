import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { toColumn } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Mapping } from './mapping';
import { readRows, type StatementTable } from './read-statement';

const AT_ONCE = 1000;

/** Keeps a statement's rows of money that came in; those that are known from another one add nothing. @throws DomainError `alreadyDecided` */
export async function readInto(tx: Tx, actor: Actor, statementId: string, table: StatementTable, mapping: Mapping): Promise<void> {
  const { rows, faults, outgoing } = readRows(table, mapping);
  const { count } = await tx.bankStatement.updateMany({
    where: { id: statementId, readAt: null },
    data: { readAt: await now(tx), outgoing, faults },
  });
  if (!count) throw new DomainError('alreadyDecided');
  let added = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const data = rows
      .slice(from, from + AT_ONCE)
      .map(({ paidOn, ...row }, n) => ({ ...row, statementId, position: from + n + 1, paidOn: toColumn(paidOn) }));
    added += (await tx.bankRow.createMany({ data, skipDuplicates: true })).count;
  }
  const known = rows.length - added;
  await tx.bankStatement.update({ where: { id: statementId }, data: { known } });
  await recordAudit(tx, actor, {
    action: 'statement.read',
    record: 'statement',
    recordId: statementId,
    data: { added, known, outgoing, faults: faults.length },
  });
}

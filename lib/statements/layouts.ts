import 'server-only';
import type { AccountActor, Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { db } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { loadTable } from './confirm-mapping';
import type { Mapping } from './mapping';
import { readRows } from './read-statement';

/** A layout whose columns are remembered, as the latest statement of it. */
export type LayoutLine = { layout: string; name: string; count: number; lastAt: Date; statementId: string };

/** The layouts that are read at once, the one used last first. */
export async function listLayouts(actor: Actor): Promise<LayoutLine[]> {
  authorize(actor, 'statement.view', null);
  const known = await db().statementLayout.findMany({ select: { layout: true } });
  const statements = await db().bankStatement.findMany({
    where: { layout: { in: known.map(({ layout }) => layout) } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, layout: true, name: true, createdAt: true },
  });
  return known
    .flatMap(({ layout }) => {
      const own = statements.filter((each) => each.layout === layout);
      const [last] = own;
      return last ? [{ layout, name: last.name, count: own.length, lastAt: last.createdAt, statementId: last.id }] : [];
    })
    .toSorted((one, other) => other.lastAt.getTime() - one.lastAt.getTime());
}

/** A remembered layout with its latest statement, to look at its columns. @throws DomainError `notFound` */
export async function getLayout(
  actor: Actor,
  layout: string,
): Promise<{ layout: string; statementId: string; fileKey: string; name: string }> {
  authorize(actor, 'statement.view', null);
  return loadLayout(layout);
}

async function loadLayout(layout: string) {
  const [known, last] = await Promise.all([
    db().statementLayout.findUnique({ where: { layout } }),
    db().bankStatement.findFirst({ where: { layout }, orderBy: { createdAt: 'desc' } }),
  ]);
  if (!known || !last) throw new DomainError('notFound');
  return { layout, statementId: last.id, fileKey: last.fileKey, name: last.name };
}

/**
 * Says anew which column of a layout is which. It counts for statements that are uploaded from now on; rows that were
 * read stay as they are. @throws DomainError `notFound`, `invalid` when nothing of its latest statement can be read so
 */
export async function changeLayout(actor: AccountActor, { layout, mapping }: { layout: string; mapping: Mapping }): Promise<void> {
  authorize(actor, 'statement.work', null);
  const { fileKey } = await loadLayout(layout);
  if (!readRows(await loadTable(fileKey), mapping).rows.length) {
    throw new DomainError('invalid', { text: '照这样一笔收入也读不出来，请核对每一列。' });
  }
  await transaction(async (tx) => {
    const { count } = await tx.statementLayout.updateMany({ where: { layout }, data: { mapping } });
    if (!count) throw new DomainError('notFound');
    await recordAudit(tx, actor, { action: 'layout.change', record: 'statementLayout', recordId: layout, data: { mapping } });
  });
}

/** The next statement of this layout asks again which column is which. @throws DomainError `notFound` */
export async function forgetLayout(actor: AccountActor, layout: string): Promise<void> {
  authorize(actor, 'statement.work', null);
  await transaction(async (tx) => {
    const { count } = await tx.statementLayout.deleteMany({ where: { layout } });
    if (!count) throw new DomainError('notFound');
    await recordAudit(tx, actor, { action: 'layout.forget', record: 'statementLayout', recordId: layout, data: {} });
  });
}

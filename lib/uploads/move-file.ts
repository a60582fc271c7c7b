import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { transaction } from '../transaction';
import { loadFile } from './load-file';
import { filesOf, openDocument } from './open-document';

/** Swaps a page picture with the one before (`-1`) or after (`1`) it; at the ends nothing happens. @throws DomainError `notFound`, `notEditable` */
export async function moveFile(actor: AccountActor, { fileId, by }: { fileId: string; by: -1 | 1 }): Promise<void> {
  await transaction(async (tx) => {
    const file = await loadFile(tx, fileId);
    authorize(actor, 'file.change', file);
    const rows = await tx.file.findMany({
      where: filesOf(await openDocument(tx, actor, file)),
      orderBy: { position: 'asc' },
      select: { id: true, position: true },
    });
    const at = rows.findIndex(({ id }) => id === fileId);
    const [here, other] = [rows[at], rows[at + by]];
    if (!here || !other) return;
    await tx.file.update({ where: { id: here.id }, data: { position: other.position } });
    await tx.file.update({ where: { id: other.id }, data: { position: here.position } });
  });
}

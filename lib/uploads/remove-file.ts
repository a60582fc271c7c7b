import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { transaction } from '../transaction';
import { loadFile } from './load-file';
import { filesOf, openDocument } from './open-document';

/** Takes a file out of its document. What an earlier submission froze keeps its bytes. @throws DomainError `notFound`, `notEditable` */
export async function removeFile(actor: AccountActor, fileId: string): Promise<void> {
  await transaction(async (tx) => {
    const file = await loadFile(tx, fileId);
    authorize(actor, 'file.change', file);
    const document = await openDocument(tx, actor, file);
    const { count } = await tx.file.updateMany({
      where: { ...filesOf(document), id: fileId },
      data: { state: 'retired', retiredAt: await now(tx) },
    });
    if (!count) return;
    await recordAudit(tx, actor, { action: 'file.remove', record: 'file', recordId: fileId, data: { kind: file.kind } });
  });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { lockApplication } from '../applications/queries';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { requireChangeable } from './changeable';
import { loadFile } from './load-file';

/** Takes a file out of its document. What an earlier submission froze keeps its bytes. @throws DomainError `notFound`, `notEditable` */
export async function removeFile(actor: AccountActor, fileId: string): Promise<void> {
  await transaction(async (tx) => {
    const file = await loadFile(tx, fileId);
    authorize(actor, 'file.change', file);
    if (!file.application) throw new DomainError('notEditable');
    await lockApplication(tx, file.application.id);
    const { application } = await loadFile(tx, fileId);
    if (application) requireChangeable(file.kind, application);
    const { count } = await tx.file.updateMany({
      where: { id: fileId, state: { in: ['ready', 'attached'] } },
      data: { state: 'retired', retiredAt: await now(tx) },
    });
    if (!count) return;
    await recordAudit(tx, actor, { action: 'file.remove', record: 'file', recordId: fileId, data: { kind: file.kind } });
  });
}

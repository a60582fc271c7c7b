import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { importMachine, loadImport } from './machine';
import { clearScans } from './read-scans';

/** Gives a workbook up before it is committed: nothing of it was in the system, and nothing of it is kept. @throws DomainError `alreadyDecided` */
export async function discardImport(actor: AccountActor, importId: string): Promise<void> {
  authorize(actor, 'import.run', null);
  const { workbookKey, scansKey } = await transaction(async (tx) => {
    const found = await loadImport(tx, importId);
    await transition(tx, actor, importMachine, { id: importId, from: found.state, event: 'discard', data: { run: { increment: 1 } } });
    await tx.importCompany.deleteMany({ where: { importId } });
    return found;
  });
  await clearScans(importId);
  for (const key of [workbookKey, scansKey]) if (key) await storage().delete(key);
}

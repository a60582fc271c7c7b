import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { enqueue } from '../jobs/enqueue';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { importMachine, loadImport } from './machine';

/**
 * Begins the reading, or the commit, anew: after an interruption, or because the system has changed since the preview. A run
 * that is still alive stops by itself. @throws DomainError `alreadyDecided`
 */
export async function restartImport(actor: AccountActor, importId: string): Promise<void> {
  authorize(actor, 'import.run', null);
  await transaction(async (tx) => {
    const { state, run } = await loadImport(tx, importId);
    const change = { run: run + 1, percent: 0, movedAt: await now(tx), failure: null };
    const to = await transition(tx, actor, importMachine, { id: importId, from: state, event: 'restart', data: change });
    await enqueue(tx, to === 'committing' ? 'commitImport' : 'previewImport', { importId, run: run + 1 });
  });
}

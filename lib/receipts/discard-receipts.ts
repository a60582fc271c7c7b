import 'server-only';
import { dirname } from 'node:path/posix';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { receiptImportMachine } from './machines';

/** 放弃: nothing of it was recorded, and its files go. @throws DomainError `notFound`, `alreadyDecided` once it was recorded */
export async function discardReceipts(actor: AccountActor, importId: string): Promise<void> {
  authorize(actor, 'receipt.record', null);
  const folder = await transaction(async (tx) => {
    const found = await tx.receiptImport.findUnique({ where: { id: importId } });
    if (!found) throw new DomainError('notFound');
    const data = { rows: [], strays: [] };
    await transition(tx, actor, receiptImportMachine, { id: importId, from: found.state, event: 'discard', data });
    return dirname(found.workbookKey);
  });
  for (const prefix of [`${folder}/`, `pages/${folder}/`]) for (const key of await storage().list(prefix)) await storage().delete(key);
}

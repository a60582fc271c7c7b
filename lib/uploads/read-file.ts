import 'server-only';
import type { Actor } from '../access/actor';
import { isStaff } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { db } from '../db';
import { DomainError } from '../errors';
import type { StoredObject } from '../providers/storage/object-store';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import { loadFile } from './load-file';

/** The kept original, to be sent as an attachment. Staff reading it is audited. @throws DomainError `notFound` */
export async function readFile(actor: Actor, fileId: string): Promise<StoredObject & { name: string }> {
  const file = await loadFile(db(), fileId);
  authorize(actor, 'file.view', file);
  if (file.state === 'quarantined') throw new DomainError('notFound');
  if (isStaff(actor)) {
    await transaction((tx) => recordAudit(tx, actor, { action: 'file.read', record: 'file', recordId: fileId, data: { kind: file.kind } }));
  }
  return { ...(await stored(file.key)), name: file.name };
}

/** The picture of one page. @throws DomainError `notFound` */
export async function readFilePage(actor: Actor, fileId: string, page: number): Promise<StoredObject> {
  const file = await loadFile(db(), fileId);
  authorize(actor, 'file.view', file);
  const found = file.pages.find((candidate) => candidate.page === page);
  if (!found) throw new DomainError('notFound');
  return stored(found.key);
}

async function stored(key: string): Promise<StoredObject> {
  const found = await storage().get(key);
  if (!found) throw new DomainError('notFound');
  return found;
}

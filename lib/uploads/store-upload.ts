import 'server-only';
import type { AccountActor } from '../access/actor';
import { db } from '../db';
import { storage } from '../providers/storage/storage';
import { completeUpload } from './complete-upload';
import { createUpload, quarantineKey } from './create-upload';
import type { NewUpload } from './schema';
import type { FileView } from './views';

/**
 * The three moves of an upload in one, for a file that is already here: it came by a form without a script.
 * @throws DomainError `notFound`, `notEditable`, `upload`
 */
export async function storeUpload(actor: AccountActor, upload: Omit<NewUpload, 'bytes'>, body: Buffer): Promise<FileView> {
  const { fileId } = await createUpload(actor, { ...upload, bytes: body.length });
  const { key } = await db().file.findUniqueOrThrow({ where: { id: fileId }, select: { key: true } });
  await storage().put(quarantineKey(key), body, upload.type);
  return completeUpload(actor, { fileId, replaces: upload.replaces });
}

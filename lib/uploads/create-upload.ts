import 'server-only';
import { randomBytes } from 'node:crypto';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { loadApplication, lockApplication } from '../applications/queries';
import { today } from '../clock';
import { yearOf } from '../days';
import type { Tx } from '../db';
import type { File } from '../generated/prisma/client';
import type { UploadAddress } from '../providers/storage/object-store';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import { requireChangeable } from './changeable';
import { MAX_PAGES } from './limits';
import { uploadRefusal } from './rules';
import type { NewUpload } from './schema';

/**
 * The first of three moves: checks who, what and how much, keeps a place, and answers where to send the bytes.
 * One PDF or several pictures a document; the bytes themselves are judged by `completeUpload`.
 * @throws DomainError `notFound`, `notEditable`, `upload`
 */
export async function createUpload(actor: AccountActor, upload: NewUpload): Promise<{ fileId: string; address: UploadAddress }> {
  const file = await transaction(async (tx) => {
    await lockApplication(tx, upload.applicationId);
    const application = await loadApplication(tx, upload.applicationId);
    authorize(actor, 'file.change', { kind: upload.kind, companyId: null, application });
    requireChangeable(upload.kind, application);
    const others = application.files.filter(({ kind, id }) => kind === upload.kind && id !== upload.replaces);
    requireRoom(upload, others);
    return tx.file.create({
      data: {
        kind: upload.kind,
        applicationId: upload.applicationId,
        uploaderId: actor.id,
        position: await positionFor(tx, upload),
        key: await newKey(tx, upload),
        name: upload.name,
        type: upload.type,
        bytes: upload.bytes,
      },
    });
  });
  return { fileId: file.id, address: await storage().uploadAddress(quarantineKey(file.key), { bytes: file.bytes, type: file.type }) };
}

/** Until a file is accepted its bytes lie apart; nothing there is ever served. */
export function quarantineKey(key: string): string {
  return `quarantine/${key}`;
}

function requireRoom(upload: NewUpload, others: Pick<File, 'type' | 'pageCount'>[]): void {
  const isPdf = upload.type === 'application/pdf';
  if (others.some(({ type }) => type === 'application/pdf')) throw uploadRefusal('onePdf');
  if (isPdf && others.length) throw uploadRefusal('pdfAlone');
  if (others.length >= MAX_PAGES) throw uploadRefusal('tooManyPages');
}

async function positionFor(tx: Tx, { applicationId, kind, replaces }: NewUpload): Promise<number> {
  if (replaces) {
    const old = await tx.file.findFirst({ where: { id: replaces, applicationId, kind, state: { in: ['ready', 'attached'] } } });
    if (!old) throw uploadRefusal('busyFile');
    return old.position;
  }
  const last = await tx.file.findFirst({ where: { applicationId, kind }, orderBy: { position: 'desc' }, select: { position: true } });
  return (last?.position ?? 0) + 1;
}

async function newKey(tx: Tx, { kind, type }: NewUpload): Promise<string> {
  const extension = type === 'application/pdf' ? 'pdf' : 'jpg'; // what is kept of a picture is always a JPEG
  return `${kind}/${yearOf(await today(tx))}/${randomBytes(16).toString('hex')}.${extension}`;
}

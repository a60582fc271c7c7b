import 'server-only';
import { randomBytes } from 'node:crypto';
import type { AccountActor } from '../access/actor';
import { today } from '../clock';
import { yearOf } from '../days';
import type { Tx } from '../db';
import type { UploadAddress } from '../providers/storage/object-store';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import { MAX_PAGES } from './limits';
import { filesOf, isOneDocument, type OpenDocument, openDocument } from './open-document';
import { uploadRefusal } from './rules';
import type { NewUpload } from './schema';

/**
 * The first of three moves: checks who, what and how much, keeps a place, and answers where to send the bytes.
 * One PDF or several pictures a document; the bytes themselves are judged by `completeUpload`.
 * @throws DomainError `notFound`, `notEditable`, `upload`
 */
export async function createUpload(actor: AccountActor, upload: NewUpload): Promise<{ fileId: string; address: UploadAddress }> {
  if (upload.kind === 'receipt' && upload.type !== 'application/pdf') throw uploadRefusal('pdfOnly');
  const file = await transaction(async (tx) => {
    const document = await openDocument(tx, actor, upload);
    const files = await tx.file.findMany({ where: filesOf(document), select: { id: true, type: true } });
    requireRoom(
      upload,
      files.filter(({ id }) => id !== upload.replaces),
    );
    return tx.file.create({
      data: {
        ...document,
        uploaderId: actor.id,
        position: await positionFor(tx, document, upload.replaces),
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

function requireRoom(upload: NewUpload, others: { type: string }[]): void {
  if (!isOneDocument(upload.kind)) return;
  const isPdf = upload.type === 'application/pdf';
  if (others.some(({ type }) => type === 'application/pdf')) throw uploadRefusal('onePdf');
  if (isPdf && others.length) throw uploadRefusal('pdfAlone');
  if (others.length >= MAX_PAGES) throw uploadRefusal('tooManyPages');
}

async function positionFor(tx: Tx, document: OpenDocument, replaces?: string): Promise<number> {
  if (replaces) {
    const old = await tx.file.findFirst({ where: { ...filesOf(document), id: replaces } });
    if (!old) throw uploadRefusal('busyFile');
    return old.position;
  }
  const last = await tx.file.findFirst({ where: { ...document }, orderBy: { position: 'desc' }, select: { position: true } });
  return (last?.position ?? 0) + 1;
}

async function newKey(tx: Tx, { kind, type }: NewUpload): Promise<string> {
  const extension = type === 'application/pdf' ? 'pdf' : 'jpg'; // what is kept of a picture is always a JPEG
  return `${kind}/${yearOf(await today(tx))}/${randomBytes(16).toString('hex')}.${extension}`;
}

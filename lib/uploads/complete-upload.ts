import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { numberFor } from '../applications/form-number';
import { recordAudit, sha256 } from '../audit/record-audit';
import { now } from '../clock';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import { clearBytes } from './clear-bytes';
import { quarantineKey } from './create-upload';
import { type Inspected, inspect } from './inspect';
import { MAX_PAGES } from './limits';
import { type LoadedFile, loadFile } from './load-file';
import { filesOf, isOneDocument, type OpenDocument, openDocument } from './open-document';
import { uploadRefusal } from './rules';
import { type FileView, viewFile } from './views';

/**
 * The third move: judges the bytes that arrived, makes the page pictures, and only then counts the file among the
 * document's. A refused file is gone; the ones that were there stay, also the one it was to replace.
 * Completing twice answers the same. @throws DomainError `notFound`, `notEditable`, `upload`
 */
export async function completeUpload(actor: AccountActor, { fileId, replaces }: { fileId: string; replaces?: string }): Promise<FileView> {
  const file = await loadFile(db(), fileId);
  authorize(actor, 'file.change', file);
  if (isAccepted(file)) return viewFile(file);
  if (file.state !== 'quarantined') throw new DomainError('notFound');
  try {
    const inspected = await inspect(await arrived(file));
    if (isPdf(inspected) !== isPdf(file)) throw uploadRefusal('mismatch');
    const pages = await keep(file, inspected);
    return await transaction((tx) => accept(tx, actor, file, inspected, pages, replaces));
  } catch (error) {
    const found = await loadFile(db(), fileId);
    if (isAccepted(found)) return viewFile(found); // the same request, a moment earlier
    if (error instanceof DomainError) await discard(file);
    throw error;
  } finally {
    await storage().delete(quarantineKey(file.key));
  }
}

type Page = { page: number; key: string; width: number; height: number };

async function arrived(file: LoadedFile): Promise<Buffer> {
  const found = await storage().get(quarantineKey(file.key));
  if (found?.body.length !== file.bytes) throw uploadRefusal('cut');
  return found.body;
}

async function keep(file: LoadedFile, { type, original, pages }: Inspected): Promise<Page[]> {
  await storage().put(file.key, original, type);
  const base = file.key.replace(/\.\w+$/, '');
  return Promise.all(
    pages.map(async ({ width, height, body }, index) => {
      const key = `pages/${base}-${index + 1}.jpg`;
      await storage().put(key, body, 'image/jpeg');
      return { page: index + 1, key, width, height };
    }),
  );
}

async function accept(
  tx: Tx,
  actor: AccountActor,
  file: LoadedFile,
  { type, original }: Inspected,
  pages: Page[],
  replaces?: string,
): Promise<FileView> {
  const document = await openDocument(tx, actor, file);
  if (replaces) await retire(tx, document, replaces);
  await requireRoom(tx, document, file, pages.length);
  await tx.file.update({
    where: { id: file.id, state: 'quarantined' },
    data: {
      ...document,
      state: 'ready',
      type,
      bytes: original.length,
      sha256: sha256(original),
      pageCount: pages.length,
      formNumber: numberFor(file.kind, await companyAnswers(tx, file)),
      pages: { createMany: { data: pages } },
    },
  });
  await recordAudit(tx, actor, {
    action: 'file.upload',
    record: 'file',
    recordId: file.id,
    data: { kind: file.kind, pages: pages.length, replaces: replaces ?? '' },
  });
  return viewFile(await loadFile(tx, file.id));
}

async function companyAnswers(tx: Tx, { applicationId }: LoadedFile): Promise<unknown> {
  if (!applicationId) return null;
  const row = await tx.applicationAnswers.findFirst({ where: { applicationId, step: 'company' }, select: { data: true } });
  return row?.data;
}

async function retire(tx: Tx, document: OpenDocument, id: string): Promise<void> {
  const { count } = await tx.file.updateMany({
    where: { ...filesOf(document), id },
    data: { state: 'retired', retiredAt: await now(tx) },
  });
  if (!count) throw uploadRefusal('busyFile');
}

// Two uploads may have been announced at the same moment: the rules of a document are asked again, now that it is known what came.
async function requireRoom(tx: Tx, document: OpenDocument, file: LoadedFile, adding: number): Promise<void> {
  const others = isOneDocument(file.kind)
    ? await tx.file.findMany({ where: filesOf(document), select: { pageCount: true, type: true } })
    : [];
  if (others.some(isPdf)) throw uploadRefusal('onePdf');
  if (isPdf(file) && others.length) throw uploadRefusal('pdfAlone');
  if (others.reduce((sum, { pageCount }) => sum + pageCount, adding) > MAX_PAGES) throw uploadRefusal('tooManyPages');
}

function isPdf({ type }: { type: string }): boolean {
  return type === 'application/pdf';
}

function isAccepted({ state }: LoadedFile): boolean {
  return state === 'ready' || state === 'attached';
}

async function discard({ id, key }: LoadedFile): Promise<void> {
  const { count } = await db().file.updateMany({ where: { id, state: 'quarantined' }, data: { state: 'retired', retiredAt: await now() } });
  if (count) await clearBytes(key);
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { readParts } from '../uploads/read-parts';
import { MAX_SCANS_BYTES, uploadImport } from './upload-import';

/**
 * The form of the page, as a browser sends it by itself: a workbook, and a zip of scans or nothing. Who may not import does
 * not get to send a byte. @throws DomainError `notFound`, `forbidden`, `importOpen`, `upload`
 */
export async function receiveImport(actor: AccountActor, request: Request): Promise<{ id: string }> {
  authorize(actor, 'import.run', null);
  const parts = await readParts(request, MAX_SCANS_BYTES).catch(() => {
    throw new DomainError('upload', { reason: 'cut' });
  });
  const scans = parts.get('scans');
  return uploadImport(actor, {
    workbook: parts.get('workbook') ?? { name: '', body: Buffer.alloc(0) },
    scans: scans?.body.length ? scans : null,
  });
}

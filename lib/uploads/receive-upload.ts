import 'server-only';
import { db } from '../db';
import { DomainError } from '../errors';
import { receiveOnDisk } from '../providers/storage/disk-store';
import { readUploadSignature } from '../providers/storage/upload-signature';
import { uploadRefusal } from './rules';

/**
 * The second move, where files live on this machine's disk: streams the bytes to the signed place. More or fewer than
 * announced are refused and leave nothing behind. @throws DomainError `notFound` for a bad signature, `upload`
 */
export async function receiveUpload(query: URLSearchParams, body: AsyncIterable<Uint8Array> | null): Promise<void> {
  const allowed = readUploadSignature(query);
  if (!allowed || !body) throw new DomainError('notFound');
  const file = await db().file.findUnique({ where: { key: allowed.key.replace(/^quarantine\//, '') }, select: { state: true } });
  if (file?.state !== 'quarantined') throw new DomainError('notFound');
  const received = await receiveOnDisk(allowed.key, body, allowed.bytes);
  if (!received) throw uploadRefusal('cut');
}

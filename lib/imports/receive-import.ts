import 'server-only';
import { Busboy } from '@fastify/busboy';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { MAX_SCANS_BYTES, uploadImport } from './upload-import';

type Part = { name: string; body: Buffer };

/**
 * The form of the page, as a browser sends it by itself: a workbook, and a zip of scans or nothing. Who may not import does
 * not get to send a byte. @throws DomainError `notFound`, `forbidden`, `importOpen`, `upload`
 */
export async function receiveImport(actor: AccountActor, request: Request): Promise<{ id: string }> {
  authorize(actor, 'import.run', null);
  const parts = await readParts(request).catch(() => {
    throw new DomainError('upload', { reason: 'cut' });
  });
  const scans = parts.get('scans');
  return uploadImport(actor, {
    workbook: parts.get('workbook') ?? { name: '', body: Buffer.alloc(0) },
    scans: scans?.body.length ? scans : null,
  });
}

async function readParts(request: Request): Promise<Map<string, Part>> {
  const type = request.headers.get('content-type') ?? '';
  const parts = new Map<string, Part>();
  if (!type.startsWith('multipart/form-data') || !request.body) return parts;
  // One byte more than is allowed is enough to know that it is too much.
  const limits = { fileSize: MAX_SCANS_BYTES + 1, files: 2, fields: 10, fieldSize: 500 };
  const parser = new Busboy({ headers: { 'content-type': type }, limits });
  parser.on('file', (field, stream, name) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => parts.set(field, { name, body: Buffer.concat(chunks) }));
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('finish', resolve);
    parser.on('error', reject);
  });
  for await (const chunk of request.body) {
    await Promise.race([new Promise<void>((resolve) => parser.write(Buffer.from(chunk), () => resolve())), ended]);
  }
  parser.end();
  await ended;
  return parts;
}

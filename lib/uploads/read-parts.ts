import 'server-only';
import { Busboy } from '@fastify/busboy';

type Part = { name: string; body: Buffer };

/** The files of a plain form by the names of their fields, each whole in memory; of one larger than `maxBytes`, a byte more than that. */
export async function readParts(request: Request, maxBytes: number): Promise<Map<string, Part>> {
  const type = request.headers.get('content-type') ?? '';
  const parts = new Map<string, Part>();
  if (!type.startsWith('multipart/form-data') || !request.body) return parts;
  // One byte more than is allowed is enough to know that it is too much.
  const limits = { fileSize: maxBytes + 1, files: 2, fields: 10, fieldSize: 500 };
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

import 'server-only';
import { Busboy } from '@fastify/busboy';
import { MAX_BYTES, MAX_PAGES } from './limits';

export type PlainFile = {
  name: string;
  type: string;
  body: Buffer;
  /** Larger than any file may be: the body was cut. */
  tooLarge: boolean;
};

/** `fields` fills as the form is read: those that stand before a file are there when the file comes. */
export type PlainForm = { fields: Record<string, string>; files: AsyncGenerator<PlainFile> };

/**
 * A form as a browser sends it by itself, with its files one after the other: the next is read from the network when the
 * one before has been dealt with, so that a request holds one file in memory at a time.
 */
export function readPlainForm(request: Request): PlainForm {
  const fields: Record<string, string> = {};
  return { fields, files: filesOf(request, fields) };
}

async function* filesOf(request: Request, fields: Record<string, string>): AsyncGenerator<PlainFile> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body) return;
  const limits = { fileSize: MAX_BYTES, files: MAX_PAGES, fields: 10, fieldSize: 500 };
  const parser = new Busboy({ headers: { 'content-type': type }, limits });
  let complete: PlainFile[] = [];
  parser.on('field', (name, value) => {
    fields[name] = value;
  });
  parser.on('file', (_field, stream, name, _encoding, mimeType) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const body = Buffer.concat(chunks);
      if (name || body.length) complete.push({ name, type: mimeType, body, tooLarge: stream.truncated });
    });
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('finish', resolve);
    parser.on('error', reject);
  });
  for await (const chunk of request.body) {
    await Promise.race([new Promise<void>((resolve) => parser.write(Buffer.from(chunk), () => resolve())), ended]);
    const files = complete;
    complete = [];
    yield* files;
  }
  parser.end();
  await ended;
  yield* complete;
}

import 'server-only';
import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '../../env';
import { type ObjectStore, requireKey, requirePrefix } from './object-store';
import { signUpload } from './upload-signature';

const TYPES: Record<string, string> = { '.pdf': 'application/pdf', '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp' };

/** Files in a folder. The extension of a key is its type. */
export function diskStore(folder: string): ObjectStore {
  const place = (key: string) => path.join(folder, requireKey(key));
  return {
    async put(key, body) {
      await writeWhole(place(key), (file) => file.writeFile(body));
    },
    async get(key) {
      const body = await readFile(place(key)).catch(nullIfMissing);
      return body && { body, type: TYPES[path.extname(key)] ?? 'application/octet-stream' };
    },
    async size(key) {
      const found = await stat(place(key)).catch(nullIfMissing);
      return found ? found.size : null;
    },
    async delete(key) {
      await rm(place(key), { force: true });
    },
    async list(prefix) {
      const base = requirePrefix(prefix).endsWith('/') ? prefix : path.posix.dirname(prefix);
      const entries = await readdir(path.join(folder, base), { recursive: true, withFileTypes: true }).catch(nullIfMissing);
      return (entries ?? [])
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .filter((key) => key.startsWith(prefix))
        .toSorted();
    },
    async uploadAddress(key, { bytes }) {
      return { method: 'PUT', url: `/api/uploads/content?${signUpload({ key: requireKey(key), bytes })}`, fields: {} };
    },
  };
}

/** Streams exactly `bytes` bytes to a key; answers false, and keeps nothing, when it was more or fewer. */
export async function receiveOnDisk(key: string, body: AsyncIterable<Uint8Array>, bytes: number): Promise<boolean> {
  const { STORAGE, STORAGE_FOLDER = '' } = env();
  if (STORAGE !== 'disk') return false;
  try {
    await writeWhole(path.join(STORAGE_FOLDER, requireKey(key)), async (file) => {
      let received = 0;
      for await (const chunk of body) {
        received += chunk.length;
        if (received > bytes) break;
        await file.write(chunk);
      }
      if (received !== bytes) throw new WrongLength();
    });
    return true;
  } catch (error) {
    if (error instanceof WrongLength || isAborted(error)) return false;
    throw error;
  }
}

class WrongLength extends Error {}

// The browser went away, or the connection broke.
function isAborted(error: unknown): boolean {
  return (error instanceof Error && ['AbortError', 'ResponseAborted'].includes(error.name)) || codeOf(error) === 'ECONNRESET';
}

/**
 * Writes beside the target, flushes, renames, flushes the folder: a crash leaves the old state or the new one.
 * Whatever `fill` throws leaves nothing behind.
 */
export async function writeWhole(target: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const part = `${target}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(part, 'wx', 0o600);
  try {
    await fill(file);
    await file.sync();
    await file.close();
    await rename(part, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
  const parent = await open(path.dirname(target), 'r');
  await parent.sync().finally(() => parent.close());
}

function nullIfMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

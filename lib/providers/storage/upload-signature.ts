import 'server-only';
import { keyedHash, sameHash } from '../../secrets';

type Upload = { key: string; bytes: number };

/** The query of an upload address: how much may be sent where, signed. Until when, the file's row says. */
export function signUpload({ key, bytes }: Upload): string {
  return new URLSearchParams({ key, bytes: String(bytes), signature: sign(key, bytes) }).toString();
}

/** What a signed query allows, or null when it was altered. */
export function readUploadSignature(query: URLSearchParams): Upload | null {
  const [key = '', bytes = '', signature = ''] = ['key', 'bytes', 'signature'].map((name) => query.get(name) ?? '');
  return sameHash(signature, sign(key, Number(bytes))) ? { key, bytes: Number(bytes) } : null;
}

function sign(key: string, bytes: number): string {
  return keyedHash('upload', `${key}:${bytes}`);
}

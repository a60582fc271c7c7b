/** Where a browser sends a file's bytes: for this one object, and not for long. */
export type UploadAddress = { method: 'POST' | 'PUT'; url: string; fields: Record<string, string> };

export type StoredObject = { body: Buffer; type: string };

/**
 * Files by key. Keys are ours: lower-case ASCII in folders, never a name that somebody typed.
 * What is put is there whole or not at all, and stays after a crash.
 */
export interface ObjectStore {
  put(key: string, body: Buffer, type: string): Promise<void>;
  /** Null when there is none. */
  get(key: string): Promise<StoredObject | null>;
  size(key: string): Promise<number | null>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  list(prefix: string): Promise<string[]>;
  /** An address for exactly `bytes` bytes of `type`; anything else is refused where it arrives. */
  uploadAddress(key: string, options: { bytes: number; type: string }): Promise<UploadAddress>;
}

const KEY = /^[a-z0-9][a-zA-Z0-9]*(\/[a-zA-Z0-9][a-zA-Z0-9._-]*)+$/;

/** @throws Error for a key that is not ours: with `..`, a leading slash, or anything else that could leave the store. */
export function requireKey(key: string): string {
  if (!KEY.test(key) || key.includes('..')) throw new Error('not a storage key');
  return key;
}

/** The beginning of keys, for lists. @throws Error for one that could lead out of the store. */
export function requirePrefix(prefix: string): string {
  if (!/^([a-zA-Z0-9][a-zA-Z0-9._/-]*)?$/.test(prefix) || prefix.includes('..')) throw new Error('not a storage key');
  return prefix;
}

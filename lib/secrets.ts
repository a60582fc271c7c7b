import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from './env';

/** What a key is for: one secret in the configuration, one derived key for each use. */
export type KeyUse = 'smsCode' | 'upload' | 'message' | 'challenge' | 'pictureCode' | 'totpOffer' | 'totp' | 'recoveryCode';

/** Keyed hash (hex) of `text`: for short secrets that must not be guessable from the table, and for signed addresses. */
export function keyedHash(use: KeyUse, text: string): string {
  return createHmac('sha256', keyFor(use)).update(text).digest('hex');
}

/** Compares two hex hashes without telling by its duration where they differ. */
export function sameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

/** Encrypts `text` (AES-256-GCM); only `unseal` with the same use opens it. */
export function seal(use: KeyUse, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(use), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Opens what `seal` closed. @throws Error when it was altered. */
export function unseal(use: KeyUse, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(use), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

function keyFor(use: KeyUse): Buffer {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, 'cacem-membership', use, 32));
}

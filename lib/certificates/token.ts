import 'server-only';
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 160 random bits in Crockford's base 32: can be read aloud and typed from paper. */
export function newToken(): string {
  return [...randomBytes(32)].map((byte) => ALPHABET[byte % 32]).join('');
}

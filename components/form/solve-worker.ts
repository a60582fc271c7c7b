import { scrypt } from '@noble/hashes/scrypt.js';
import { handler } from 'altcha-lib/workers/shared';

// Plain JavaScript: `crypto.subtle` is missing on plain-http addresses, and the content policy allows no WebAssembly.
handler({
  deriveKey: async ({ cost, memoryCost = 8, parallelism = 1, keyLength }, salt, password) => ({
    derivedKey: scrypt(password, salt, { N: cost, r: memoryCost, p: parallelism, dkLen: keyLength }),
  }),
});

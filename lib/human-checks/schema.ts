import * as z from 'zod';

/** What a form brings along to show that a person sends it: a solved challenge, or what a picture says. */
export const humanCheckFields = {
  solution: z.string().max(4000).default(''),
  pictureId: z.string().max(100).default(''),
  pictureAnswer: z.string().max(100).default(''),
};

const hex = z.string().regex(/^[0-9a-f]+$/);

/** A challenge as altcha signs it. Strict, because the signature covers every parameter. */
export const signedChallenge = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal('SCRYPT'),
    nonce: hex.length(32),
    salt: hex.length(32),
    cost: z.number(),
    keyLength: z.number(),
    keyPrefix: hex,
    keySignature: hex,
    memoryCost: z.number(),
    parallelism: z.number(),
    data: z.strictObject({ purpose: z.string(), expiresAt: z.number() }),
  }),
  signature: hex,
});

export const solvedChallenge = z.object({
  challenge: signedChallenge,
  solution: z.object({ counter: z.number(), derivedKey: hex }),
});

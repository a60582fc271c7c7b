import * as z from 'zod/mini';

/** What a form brings along to show that a person sends it: a solved challenge, or what a picture says. */
export const humanCheckFields = {
  solution: z._default(z.string().check(z.maxLength(4000)), ''),
  pictureId: z._default(z.string().check(z.maxLength(100)), ''),
  pictureAnswer: z._default(z.string().check(z.maxLength(100)), ''),
};

const hex = z.string().check(z.regex(/^[0-9a-f]+$/));

/** A challenge as altcha signs it. Strict, because the signature covers every parameter. */
export const signedChallenge = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal('SCRYPT'),
    nonce: hex.check(z.length(32)),
    salt: hex.check(z.length(32)),
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

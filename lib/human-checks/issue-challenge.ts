import 'server-only';
import { randomInt } from 'node:crypto';
import { type Challenge, createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';
import { now } from '../clock';
import type { SmsPurpose } from '../generated/prisma/enums';
import { inTurn } from '../in-turn';
import { keyedHash } from '../secrets';

const MINUTES = 10;

/**
 * The work: one to 128 keys of scrypt, each 1 MiB of memory; which one solves a challenge is drawn, so that there is no
 * long tail. Scrypt, because plain JavaScript computes it at more than half the speed of native code (2.6 ms against
 * 1.5 ms), so that a program gains little over a person's browser; and because it needs nothing that browsers withhold
 * from plain-http addresses. How the number was chosen stands in the README, 2026-11-24.
 */
const WORK = { algorithm: 'SCRYPT', cost: 1024, memoryCost: 8, parallelism: 1, keyLength: 32 };
const MOST_KEYS = 128;

// Making a challenge computes one key: 1.5 ms of a core.
const gate = inTurn(1, 100);

/**
 * A new challenge for one SMS of this purpose, ten minutes by the database's clock. Nothing is stored.
 * @throws DomainError `busy` when too many are waiting
 */
export async function issueChallenge(purpose: SmsPurpose): Promise<Challenge> {
  const expiresAt = new Date((await now()).getTime() + MINUTES * 60_000);
  return gate(() => makeChallenge({ purpose, expiresAt, keys: randomInt(MOST_KEYS) }));
}

/** A signed challenge that is solved by the key number `keys`, counted from 0. */
export function makeChallenge({ purpose, expiresAt, keys }: { purpose: SmsPurpose; expiresAt: Date; keys: number }): Promise<Challenge> {
  return createChallenge({
    ...WORK,
    ...challengeSecrets(),
    counter: keys,
    deriveKey,
    // Not altcha's own expiry: that one goes by the clock of this machine.
    data: { purpose, expiresAt: expiresAt.getTime() },
  });
}

/** What signs a challenge, and what signs the key that solves it. */
export function challengeSecrets(): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } {
  return { hmacSignatureSecret: keyedHash('challenge', 'challenge'), hmacKeySignatureSecret: keyedHash('challenge', 'key') };
}

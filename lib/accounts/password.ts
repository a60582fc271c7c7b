import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { inTurn } from '../in-turn';

// Argon2id, OWASP's first choice; about 10 ms of a core.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// Each hash takes 19 MiB and a thread.
const gate = inTurn(2, 100);

/** Argon2id of `password`. @throws DomainError `busy` when too many are waiting. */
export async function hashPassword(password: string): Promise<string> {
  return gate(() => hash(password.normalize('NFKC'), OPTIONS));
}

/**
 * True when `password` belongs to `stored`. Without a stored hash it computes against a throw-away one, so that an
 * unknown phone takes as long as a known one. @throws DomainError `busy`
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await gate(async () => verify(stored ?? (await absent()), password.normalize('NFKC')));
  return stored !== null && matches;
}

let absentHash: Promise<string> | undefined;

function absent(): Promise<string> {
  absentHash ??= hash(crypto.randomUUID(), OPTIONS);
  return absentHash;
}

import 'server-only';
import { verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';
import { now } from '../clock';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { SmsPurpose } from '../generated/prisma/enums';
import { challengeSecrets } from './issue-challenge';
import { solvedChallenge } from './schema';

export type CheckedSolution = { nonce: string; expiresAt: Date };

/**
 * True work for a challenge of ours, of this purpose and not expired. Altcha takes the same solution any number of
 * times: only `spendSolution` makes it one. @throws DomainError `unproven`
 */
export async function checkSolution(purpose: SmsPurpose, text: string): Promise<CheckedSolution> {
  const solved = solvedChallenge.safeParse(readJson(text));
  if (!solved.success) throw new DomainError('unproven');
  const { challenge, solution } = solved.data;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...challengeSecrets() });
  const { nonce, data } = challenge.parameters;
  if (!verified || data.purpose !== purpose || data.expiresAt <= (await now()).getTime()) throw new DomainError('unproven');
  return { nonce, expiresAt: new Date(data.expiresAt) };
}

/** Spends a checked solution, inside the transaction that it stands for: once, on whatever instance. @throws DomainError `unproven` */
export async function spendSolution(tx: Tx, { nonce, expiresAt }: CheckedSolution): Promise<void> {
  // Waits for another transaction that is just using it, and sees what became of that.
  const { count } = await tx.usedChallenge.createMany({ data: [{ nonce, expiresAt }], skipDuplicates: true });
  if (!count) throw new DomainError('unproven');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

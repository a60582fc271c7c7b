import { solveChallengeWorkers } from 'altcha-lib';
import type { SmsPurpose } from '@/lib/generated/prisma/enums';
import { signedChallenge } from '@/lib/human-checks/schema';

// Who has to wait longer than this is asked to read a picture instead.
const FETCH_MS = 10_000;
const SOLVE_MS = 30_000;

// Two share the work: phones have four cores and more, and typing stays smooth.
const WORKERS = 2;

/**
 * Fetches a challenge and solves it in the background. Altcha's own widget would need what the content policy forbids:
 * workers from blob addresses, compiled WebAssembly and style elements; only its solver is used, in a worker of ours.
 * @throws Error when the browser, the network or the server does not play along
 */
export async function solveChallenge(purpose: SmsPurpose): Promise<string> {
  const response = await fetch(`/api/challenges/${purpose}`, { signal: AbortSignal.timeout(FETCH_MS) });
  if (!response.ok) throw new Error(`no challenge: ${response.status}`);
  const challenge = signedChallenge.parse(await response.json());
  const solution = await solveChallengeWorkers({
    challenge,
    concurrency: WORKERS,
    createWorker: () => new Worker(new URL('./solve-worker.ts', import.meta.url)),
    timeout: SOLVE_MS,
  });
  if (!solution) throw new Error('too slow');
  return JSON.stringify({ challenge, solution });
}

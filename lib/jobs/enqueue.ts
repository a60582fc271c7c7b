import 'server-only';
import type { Tx } from '../db';
import type { JobName, JobPayload } from './jobs';

/**
 * Queues a job inside the caller's transaction: rolled back with it, run by a worker after its commit, tried again with
 * growing pauses when it fails. A smaller priority comes first.
 */
export async function enqueue<N extends JobName>(tx: Tx, name: N, payload: JobPayload<N>, priority = 0): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts => 12, priority => ${priority}::int)`;
}

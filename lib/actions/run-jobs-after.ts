import 'server-only';
import { after } from 'next/server';
import { env } from '../env';
import { runDueJobs } from '../jobs/worker';

/** Where no worker is resident, works off what this request queues once it is answered; nobody else would before the next tick. */
export function runJobsAfter(): void {
  if (env().WORKER === 'off') after(runDueJobs);
}

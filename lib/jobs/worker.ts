import 'server-only';
import { Logger, type Runner, run, runOnce } from 'graphile-worker';
import { db } from '../db';
import { env } from '../env';
import { logger } from '../logger';
import { crontab, recurringJobs, taskList, yearlyJobs } from './registry';

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') logger().warn({ job: true }, message);
});

/** Starts the worker in this process; it notices a job within milliseconds of its commit. Stop it before leaving. */
export async function startWorker(): Promise<Runner> {
  return run({
    connectionString: env().DATABASE_URL,
    taskList,
    crontab,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: quiet,
  });
}

/**
 * Works off what is due and returns: the tick of a host without resident processes. It keeps a next run of each recurring
 * job queued, which otherwise the resident worker's crontab does.
 */
export async function runDueJobs(): Promise<void> {
  for (const { name, every } of recurringJobs) {
    await db().$executeRaw`
      SELECT graphile_worker.add_job(${name}, '{}'::json, job_key => ${name}, job_key_mode => 'preserve_run_at', run_at => now() + ${every}::interval)`;
  }
  for (const name of yearlyJobs) {
    await db().$executeRaw`
      SELECT graphile_worker.add_job(${name}, '{}'::json, job_key => ${name}, job_key_mode => 'preserve_run_at',
        run_at => (date_trunc('year', now() AT TIME ZONE 'Asia/Shanghai') + interval '1 year 5 minutes') AT TIME ZONE 'Asia/Shanghai')`;
  }
  await runOnce({ connectionString: env().DATABASE_URL, taskList, noHandleSignals: true, logger: quiet });
}

import 'server-only';
import { env } from './env';
import { startWorker } from './jobs/worker';

/**
 * Checks the environment, starts the worker, and drains it on the way out. A wrong environment stops the server here,
 * with one message for all of it.
 */
export async function startServer(): Promise<void> {
  const { SITE_URL, WORKER } = requireEnv();
  process.env.AUTH_URL ??= SITE_URL; // NextAuth would otherwise believe the request's Host header
  if (WORKER === 'off') return;
  const worker = await startWorker();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void worker.stop().catch(() => undefined));
}

function requireEnv() {
  try {
    return env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

import { env } from '@/lib/env';
import { runDueJobs } from '@/lib/jobs/worker';
import { keyedHash, sameHash } from '@/lib/secrets';

/** The tick for hosts without resident processes (a cron calls it); needs the configured secret. */
export async function GET(request: Request): Promise<Response> {
  const { CRON_SECRET } = env();
  const given = request.headers.get('authorization') ?? '';
  const hash = (text: string) => keyedHash('upload', text);
  if (!CRON_SECRET || !sameHash(hash(given), hash(`Bearer ${CRON_SECRET}`))) return new Response(null, { status: 404 });
  await runDueJobs();
  return new Response(null, { status: 204 });
}

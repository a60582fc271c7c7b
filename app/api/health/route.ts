import { now } from '@/lib/clock';

/** 200 when this instance serves and reaches its database. */
export async function GET(): Promise<Response> {
  const alive = await now().then(
    () => true,
    () => false,
  );
  return new Response(alive ? 'ok' : 'database', { status: alive ? 200 : 503 });
}

import { refusal } from '@/lib/actions/define-route';
import { receiveNotice } from '@/lib/online-payments/receive-notice';

const MAX_BYTES = 64 * 1024;

/** Where the payment provider tells us of money. Its signature is what proves it; no cookie and no origin does. */
export async function POST(request: Request, { params }: RouteContext<'/api/payments/[provider]/notify'>): Promise<Response> {
  try {
    if (Number(request.headers.get('content-length') ?? MAX_BYTES + 1) > MAX_BYTES) return new Response('failure', { status: 413 });
    const body = await request.text();
    const taken = body.length > MAX_BYTES ? null : await receiveNotice((await params).provider, body);
    return new Response(taken ?? 'failure', { status: taken === null ? 400 : 200, headers: { 'Content-Type': 'text/plain' } });
  } catch (error) {
    return refusal(error);
  }
}

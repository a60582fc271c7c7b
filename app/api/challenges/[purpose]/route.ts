import * as z from 'zod';
import { refusal } from '@/lib/actions/define-route';
import { SmsPurpose } from '@/lib/generated/prisma/enums';
import { issueChallenge } from '@/lib/human-checks/issue-challenge';

const purposes = z.enum(SmsPurpose);

/** Work for a browser that is about to have a code sent, for everybody. */
export async function GET(_request: Request, { params }: RouteContext<'/api/challenges/[purpose]'>): Promise<Response> {
  const purpose = purposes.safeParse((await params).purpose);
  if (!purpose.success) return new Response(null, { status: 404 });
  try {
    return Response.json(await issueChallenge(purpose.data), { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return refusal(error);
  }
}

import * as z from 'zod';
import { attachment, fileResponse } from '@/lib/actions/define-route';
import { getTemplate } from '@/lib/templates/get-template';

const kinds = z.enum(['applicationForm', 'creditPledge']);

/** The blank templates of 申请材料, for everybody. */
export async function GET(_request: Request, { params }: RouteContext<'/api/templates/[kind]'>): Promise<Response> {
  const kind = kinds.safeParse((await params).kind);
  if (!kind.success) return new Response(null, { status: 404 });
  const { name, body } = await getTemplate(kind.data);
  return fileResponse(body, 'application/pdf', attachment(name));
}

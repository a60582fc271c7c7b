import * as z from 'zod';
import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { stampedKinds } from '@/lib/applications/printed';
import { DomainError } from '@/lib/errors';
import { getPrefilled } from '@/lib/templates/prefill';

const asked = z.object({ applicationId: z.uuid(), kind: z.enum(stampedKinds) });

/** 入会申请表 or 信用承诺书 filled in with an application's answers. */
export const GET = defineRoute<{ applicationId: string; kind: string }>(async ({ actor, params }) => {
  const wanted = asked.safeParse(params);
  if (!wanted.success) throw new DomainError('notFound');
  const { name, body } = await getPrefilled(actor, wanted.data);
  return fileResponse(body, 'application/pdf', attachment(name));
});

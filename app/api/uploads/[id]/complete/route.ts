import * as z from 'zod';
import { defineRoute } from '@/lib/actions/define-route';
import { DomainError } from '@/lib/errors';
import { completeUpload } from '@/lib/uploads/complete-upload';

const body = z.object({ replaces: z.uuid().optional() });

/** The bytes have been sent: judge them. */
export const POST = defineRoute<{ id: string }>(async ({ actor, request, params }) => {
  const fileId = z.uuid().safeParse(params.id);
  const given = body.safeParse(await request.json().catch(() => null));
  if (!fileId.success || !given.success) throw new DomainError('notFound');
  return Response.json(await completeUpload(actor, { fileId: fileId.data, ...given.data }));
});

import { defineRoute } from '@/lib/actions/define-route';
import { fieldErrorsOf } from '@/lib/actions/field-errors';
import { DomainError } from '@/lib/errors';
import { createUpload } from '@/lib/uploads/create-upload';
import { createUploadSchema } from '@/lib/uploads/schema';

/** Announces a file and answers where to send it. */
export const POST = defineRoute(async ({ actor, request }) => {
  const upload = createUploadSchema.safeParse(await request.json().catch(() => null));
  if (!upload.success) throw new DomainError('upload', { text: Object.values(fieldErrorsOf(upload.error))[0] });
  return Response.json(await createUpload(actor, upload.data), { status: 201 });
});

import * as z from 'zod';
import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { DomainError } from '@/lib/errors';
import { readFile } from '@/lib/uploads/read-file';

/** The original, to save. */
export const GET = defineRoute<{ id: string }>(async ({ actor, params }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new DomainError('notFound');
  const { body, type, name } = await readFile(actor, id.data);
  return fileResponse(body, type, attachment(name));
});

import * as z from 'zod';
import { defineRoute, fileResponse } from '@/lib/actions/define-route';
import { DomainError } from '@/lib/errors';
import { readFilePage } from '@/lib/uploads/read-file';

const shape = z.object({ id: z.uuid(), page: z.coerce.number().int().min(1).max(20) });

/** The picture of one page, to look at. */
export const GET = defineRoute<{ id: string; page: string }>(async ({ actor, params }) => {
  const wanted = shape.safeParse(params);
  if (!wanted.success) throw new DomainError('notFound');
  const { body, type } = await readFilePage(actor, wanted.data.id, wanted.data.page);
  return fileResponse(body, type, 'inline');
});

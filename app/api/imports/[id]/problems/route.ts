import * as z from 'zod';
import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { DomainError } from '@/lib/errors';
import { XLSX } from '@/lib/excel/content-type';
import { problemWorkbook } from '@/lib/imports/problem-workbook';

/** Every cell of an import that somebody should look at. */
export const GET = defineRoute<{ id: string }>(async ({ actor, params }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new DomainError('notFound');
  return fileResponse(await problemWorkbook(actor, id.data), XLSX, attachment('问题清单.xlsx'));
});

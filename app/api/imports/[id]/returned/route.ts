import * as z from 'zod';
import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { DomainError } from '@/lib/errors';
import { XLSX } from '@/lib/excel/content-type';
import { returnedWorkbook } from '@/lib/imports/returned-workbook';

/** The companies of an import that go back to be mended, with the reasons. */
export const GET = defineRoute<{ id: string }>(async ({ actor, params }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new DomainError('notFound');
  return fileResponse(await returnedWorkbook(actor, id.data), XLSX, attachment('退回修改的企业.xlsx'));
});

import * as z from 'zod';
import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { getNoticePdf } from '@/lib/dues/notices';
import { duesYear } from '@/lib/dues/schema';
import { DomainError } from '@/lib/errors';

/** 会费交纳通知书 of a company and year. */
export const GET = defineRoute<{ companyId: string; year: string }>(async ({ actor, params }) => {
  const companyId = z.uuid().safeParse(params.companyId);
  const year = duesYear.safeParse(params.year);
  if (!companyId.success || !year.success) throw new DomainError('notFound');
  const { body, name } = await getNoticePdf(actor, companyId.data, year.data);
  return fileResponse(body, 'application/pdf', attachment(name));
});

import * as z from 'zod';
import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { readChargeFilter } from '@/lib/dues/charge-filter';
import { ledgerWorkbook } from '@/lib/dues/ledger-workbook';
import { DomainError } from '@/lib/errors';
import { XLSX } from '@/lib/excel/content-type';
import { routeQuery } from '@/lib/list-query';

/** 收支台账 of exactly what a list shows, or of one company, as xlsx. */
export const GET = defineRoute(async ({ actor, request }) => {
  const query = routeQuery(request, ['status', 'year', 'company']);
  const companyId = z.uuid().optional().safeParse(query.company);
  if (!companyId.success) throw new DomainError('notFound');
  const body = await ledgerWorkbook(actor, { ...readChargeFilter(query), companyId: companyId.data });
  return fileResponse(body, XLSX, attachment(`会费台账${query.year ? `-${query.year}` : ''}.xlsx`));
});

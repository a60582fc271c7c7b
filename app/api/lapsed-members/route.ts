import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { today } from '@/lib/clock';
import { XLSX } from '@/lib/excel/content-type';
import { routeQuery } from '@/lib/list-query';
import { exportLapsed } from '@/lib/members/export-lapsed';

/** The members that two unpaid years put on the proposal list: xlsx. */
export const GET = defineRoute(async ({ actor, request }) => {
  const { search = '' } = routeQuery(request, []);
  const body = await exportLapsed(actor, { search });
  return fileResponse(body, XLSX, attachment(`两年未交会费-${await today()}.xlsx`));
});

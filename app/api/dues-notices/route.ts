import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { readChargeFilter } from '@/lib/dues/charge-filter';
import { getNoticesPdf } from '@/lib/dues/notices';
import { routeQuery } from '@/lib/list-query';

/** 会费交纳通知书 of every company that the list shows: one PDF. */
export const GET = defineRoute(async ({ actor, request }) => {
  const filter = readChargeFilter(routeQuery(request, ['status', 'year']));
  const { body, name } = await getNoticesPdf(actor, filter);
  return fileResponse(body, 'application/pdf', attachment(name));
});

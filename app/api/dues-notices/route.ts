import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { readChargeFilter } from '@/lib/dues/charge-filter';
import { getNoticesPdf } from '@/lib/dues/notices';

/** 会费交纳通知书 of every company that the list shows: one PDF. */
export const GET = defineRoute(async ({ actor, request }) => {
  const filter = readChargeFilter(Object.fromEntries(new URL(request.url).searchParams));
  const { body, name } = await getNoticesPdf(actor, filter);
  return fileResponse(body, 'application/pdf', attachment(name));
});

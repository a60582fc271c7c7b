import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { today } from '@/lib/clock';
import { exportLapsed } from '@/lib/members/export-lapsed';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The members that two unpaid years put on the proposal list: xlsx. */
export const GET = defineRoute(async ({ actor, request }) => {
  const search = new URL(request.url).searchParams.get('search') ?? '';
  const body = await exportLapsed(actor, { search: search.slice(0, 100) });
  return fileResponse(body, XLSX, attachment(`两年未交会费-${await today()}.xlsx`));
});

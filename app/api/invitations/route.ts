import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { today } from '@/lib/clock';
import { inviteeStatusLabels } from '@/lib/copy/invitations';
import { XLSX } from '@/lib/excel/content-type';
import { exportInvitees } from '@/lib/invitations/export-invitees';
import { readInviteeFilter } from '@/lib/invitations/read-filter';
import { routeQuery } from '@/lib/list-query';

/** The liaisons that the list shows, to telephone: xlsx. */
export const GET = defineRoute(async ({ actor, request }) => {
  const filter = readInviteeFilter(routeQuery(request, ['status', 'province', 'level']));
  const body = await exportInvitees(actor, filter);
  return fileResponse(body, XLSX, attachment(`联络员-${inviteeStatusLabels[filter.status].text}-${await today()}.xlsx`));
});

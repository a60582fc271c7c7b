import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { today } from '@/lib/clock';
import { inviteeStatusLabels } from '@/lib/copy/invitations';
import { exportInvitees } from '@/lib/invitations/export-invitees';
import { readInviteeFilter } from '@/lib/invitations/read-filter';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The liaisons that the list shows, to telephone: xlsx. */
export const GET = defineRoute(async ({ actor, request }) => {
  const filter = readInviteeFilter(Object.fromEntries(new URL(request.url).searchParams));
  const body = await exportInvitees(actor, filter);
  return fileResponse(body, XLSX, attachment(`联络员-${inviteeStatusLabels[filter.status].text}-${await today()}.xlsx`));
});

import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { today } from '@/lib/clock';
import { XLSX } from '@/lib/excel/content-type';
import { exportMembers } from '@/lib/members/export-members';
import { readMemberList } from '@/lib/members/list-filter';

/** The list of members that the address describes, all pages of it, as a workbook. */
export const GET = defineRoute(async ({ actor, request }) => {
  const { searchParams } = new URL(request.url);
  const list = readMemberList(Object.fromEntries(searchParams));
  const body = await exportMembers(actor, list);
  return fileResponse(body, XLSX, attachment(`会员-${await today()}.xlsx`));
});

import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { today } from '@/lib/clock';
import { exportCouncil } from '@/lib/council/export-council';
import { isDay } from '@/lib/days';
import { XLSX } from '@/lib/excel/content-type';

/** The council on a day, today unless the address says another, as a workbook. */
export const GET = defineRoute(async ({ actor, request }) => {
  const asked = new URL(request.url).searchParams.get('on') ?? '';
  const on = isDay(asked) ? asked : await today();
  return fileResponse(await exportCouncil(actor, on), XLSX, attachment(`理事会-${on}.xlsx`));
});

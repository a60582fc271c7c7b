import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { XLSX } from '@/lib/excel/content-type';
import { dueWorkbook, receiptsTemplate } from '@/lib/receipts/due-workbook';

/** What is to be issued, in the platform's columns; with `for=import` the workbook in which issued ones are brought back. */
export const GET = defineRoute(async ({ actor, request }) => {
  const back = new URL(request.url).searchParams.get('for') === 'import';
  const body = await (back ? receiptsTemplate(actor) : dueWorkbook(actor));
  return fileResponse(body, XLSX, attachment(back ? '批量登记票据.xlsx' : '待开票.xlsx'));
});

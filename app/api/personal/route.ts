import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { today } from '@/lib/clock';
import { XLSX } from '@/lib/excel/content-type';
import { exportPersonal } from '@/lib/personal/export-personal';

/** What is kept about the person who asks, as a workbook. */
export const GET = defineRoute(async ({ actor }) =>
  fileResponse(await exportPersonal(actor), XLSX, attachment(`个人信息-${await today()}.xlsx`)),
);

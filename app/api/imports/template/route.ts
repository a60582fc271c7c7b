import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { XLSX } from '@/lib/excel/content-type';
import { getImportTemplate } from '@/lib/imports/template';

/** The empty workbook for the old system's data. */
export const GET = defineRoute(async ({ actor }) => fileResponse(await getImportTemplate(actor), XLSX, attachment('会员导入模板.xlsx')));

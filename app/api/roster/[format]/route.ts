import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { listRoster } from '@/lib/applications/roster';
import { rosterPdf } from '@/lib/applications/roster-pdf';
import { rosterWorkbook } from '@/lib/applications/roster-workbook';
import { today } from '@/lib/clock';
import { DomainError } from '@/lib/errors';
import { XLSX } from '@/lib/excel/content-type';

/** 拟入会名单, as `pdf` to print or as `xlsx`. */
export const GET = defineRoute<{ format: string }>(async ({ actor, params: { format } }) => {
  if (format !== 'pdf' && format !== 'xlsx') throw new DomainError('notFound');
  const rows = await listRoster(actor);
  const day = await today();
  const name = attachment(`拟入会名单-${day}.${format}`);
  if (format === 'pdf') return fileResponse(await rosterPdf(rows, day), 'application/pdf', name);
  return fileResponse(await rosterWorkbook(rows), XLSX, name);
});

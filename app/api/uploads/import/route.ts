import { defineRoute } from '@/lib/actions/define-route';
import { runJobsAfter } from '@/lib/actions/run-jobs-after';
import { DomainError } from '@/lib/errors';
import { receiveImport } from '@/lib/imports/receive-import';

/** A workbook of the old system, by a plain form; what is refused at once is said on the page it came from. */
export const POST = defineRoute(async ({ actor, request }) => {
  runJobsAfter();
  const path = await receiveImport(actor, request).then(
    ({ id }) => `/admin/import/${id}`,
    (error: unknown) => {
      if (!(error instanceof DomainError) || !['upload', 'importOpen'].includes(error.code)) throw error;
      return `/admin/import?refused=${error.details.reason ?? error.code}`;
    },
  );
  return new Response(null, { status: 303, headers: { Location: path } });
});

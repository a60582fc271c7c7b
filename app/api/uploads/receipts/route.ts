import { defineRoute } from '@/lib/actions/define-route';
import { runJobsAfter } from '@/lib/actions/run-jobs-after';
import { DomainError } from '@/lib/errors';
import { receiveReceipts } from '@/lib/receipts/upload-receipts';

/** A workbook of issued receipts and their PDFs, by a plain form; what is refused at once is said on the page it came from. */
export const POST = defineRoute(async ({ actor, request }) => {
  runJobsAfter();
  const path = await receiveReceipts(actor, request).then(
    ({ id }) => `/admin/receipts/import/${id}`,
    (error: unknown) => {
      if (!(error instanceof DomainError) || error.code !== 'upload') throw error;
      return `/admin/receipts/import?refused=${error.details.reason ?? 'cut'}`;
    },
  );
  return new Response(null, { status: 303, headers: { Location: path } });
});

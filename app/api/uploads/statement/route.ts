import { defineRoute } from '@/lib/actions/define-route';
import { DomainError } from '@/lib/errors';
import { receiveStatement } from '@/lib/statements/upload-statement';

/** A bank's statement, by a plain form; what is refused at once is said on the page it came from. */
export const POST = defineRoute(async ({ actor, request }) => {
  const path = await receiveStatement(actor, request).then(
    ({ id }) => `/admin/statements/${id}`,
    (error: unknown) => {
      if (!(error instanceof DomainError) || error.code !== 'upload') throw error;
      return `/admin/statements?refused=${error.details.reason ?? 'cut'}`;
    },
  );
  return new Response(null, { status: 303, headers: { Location: path } });
});

import { defineRoute } from '@/lib/actions/define-route';
import { refusalQuery } from '@/lib/uploads/plain-refusals';
import { readPlainForm } from '@/lib/uploads/read-plain-form';
import { storePlainForm } from '@/lib/uploads/store-plain-form';

/** Files by a plain form, where no script runs: judged as any other; the page then shows what was refused, and why. */
export const POST = defineRoute(async ({ actor, request }) => {
  const { target, refusals } = await storePlainForm(actor, readPlainForm(request));
  const page = target.kind === 'transferVoucher' ? '/apply/dues' : '/apply/documents';
  const query = new URLSearchParams([['application', target.applicationId], ...refusalQuery(refusals)]);
  return new Response(null, { status: 303, headers: { Location: `${page}?${query}#${target.kind}` } });
});

import { defineRoute } from '@/lib/actions/define-route';
import { refusalQuery } from '@/lib/uploads/plain-refusals';
import { readPlainForm } from '@/lib/uploads/read-plain-form';
import type { PlainTarget } from '@/lib/uploads/schema';
import { storePlainForm } from '@/lib/uploads/store-plain-form';

/** Files by a plain form, where no script runs: judged as any other; the page then shows what was refused, and why. */
export const POST = defineRoute(async ({ actor, request }) => {
  const { target, refusals } = await storePlainForm(actor, readPlainForm(request));
  const [page, ...owner] = pageOf(target);
  const query = new URLSearchParams([...owner, ...refusalQuery(refusals)]);
  return new Response(null, { status: 303, headers: { Location: `${page}?${query}#${target.kind}` } });
});

/** The page that shows the document, and of whose. */
function pageOf({ applicationId = '', companyId, standardId, kind, duesYear, chargeId = '' }: PlainTarget): [string, [string, string]] {
  if (standardId) return ['/admin/settings/standards', ['standard', standardId]];
  if (kind === 'receipt') return [`/admin/receipts/due/${chargeId}`, ['uploaded', kind]];
  if (companyId && kind === 'memberAttachment') return [`/admin/members/${companyId}`, ['company', companyId]];
  if (companyId && duesYear) return [`/dues/${duesYear}/pay`, ['company', companyId]];
  if (companyId) return ['/company/rename', ['company', companyId]];
  return [kind === 'transferVoucher' ? '/apply/dues' : '/apply/documents', ['application', applicationId]];
}

import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ReceiptNotes } from '@/components/dues/receipt-notes';
import { PageTitle } from '@/components/ui/page-title';
import { UpLink } from '@/components/ui/up-link';
import { findFilingForm } from '@/lib/dues/filing-form';
import { duesYear } from '@/lib/dues/schema';
import { onlineLabel } from '@/lib/online-payments/queries';
import { orNotFound } from '../../../../../or-not-found';
import { loadCompany, memberPath } from '../../../../load-company';
import { OnlinePaymentForm } from './online-payment-form';

export const metadata: Metadata = { title: '在线支付' };

export default async function PayOnlinePage({ params, searchParams }: PageProps<'/dues/[year]/pay/online'>) {
  const year = duesYear.safeParse((await params).year);
  const label = onlineLabel();
  if (!year.success || !label) notFound();
  const open = await loadCompany(searchParams);
  const form = await orNotFound(findFilingForm(open.actor, open.companyId, year.data));
  if (!form || form.own.openFen === 0) redirect(memberPath(`/dues/${year.data}`, open));
  const {
    titleName = '',
    titleUscc = '',
    person = '',
    mobile = '',
    email = '',
  } = { ...form.suggested, ...(form.savedAt !== null && form.stored) };
  return (
    <>
      <UpLink href={memberPath(`/dues/${year.data}/pay`, open)}>交纳 {year.data} 年度会费</UpLink>
      <PageTitle hint={form.company.name}>{label}</PageTitle>
      <div className="flex flex-col gap-5">
        <OnlinePaymentForm
          companyId={open.companyId}
          values={{ titleName, titleUscc, person, mobile, email, years: [String(year.data)] }}
          years={[form.own, ...form.others].filter(({ openFen }) => openFen > 0)}
          label={label}
          back={memberPath(`/dues/${year.data}/pay`, open)}
          renameHref={memberPath('/company/rename', open)}
        />
        <ReceiptNotes />
      </div>
    </>
  );
}

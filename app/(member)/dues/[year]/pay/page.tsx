import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ReceiptNotes } from '@/components/dues/receipt-notes';
import { TickedAccount, TickedYears } from '@/components/dues/ticked-years';
import { ButtonLink } from '@/components/ui/button-link';
import { HelpLink } from '@/components/ui/help-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { UpLink } from '@/components/ui/up-link';
import { DocumentUpload } from '@/components/uploads/document-upload';
import { levelLabels } from '@/lib/copy/dues';
import { formatDay } from '@/lib/days';
import { findFilingForm } from '@/lib/dues/filing-form';
import { duesYear } from '@/lib/dues/schema';
import { formatFen } from '@/lib/money';
import { onlineLabel } from '@/lib/online-payments/queries';
import { findSetting } from '@/lib/settings/get-setting';
import { readRefusals } from '@/lib/uploads/plain-refusals';
import { orNotFound } from '../../../../or-not-found';
import { loadCompany, memberPath } from '../../../load-company';
import { moveVoucherAction, removeVoucherAction } from './actions';
import { FilingForm } from './filing-form';

export const metadata: Metadata = { title: '交费' };

export default async function PayPage({ params, searchParams }: PageProps<'/dues/[year]/pay'>) {
  const parsed = duesYear.safeParse((await params).year);
  if (!parsed.success) notFound();
  const year = parsed.data;
  const open = await loadCompany(searchParams);
  const form = await orNotFound(findFilingForm(open.actor, open.companyId, year));
  if (!form) redirect(memberPath(`/dues/${year}`, open));
  const online = onlineLabel();
  return (
    <>
      <UpLink href={memberPath('/dues', open)}>会费交纳</UpLink>
      <PageTitle
        hint={`${form.company.name}，${levelLabels[form.level]}，${formatFen(form.own.openFen)}，请在 ${formatDay(form.own.dueOn)} 前交纳`}
        actions={<HelpLink chapter="dues" />}
      >
        交纳 {year} 年度会费
      </PageTitle>
      <div className="flex flex-col gap-5">
        {form.returned && (
          <Note tone="warn" title="汇款信息被退回，请修改后重新提交">
            {form.returned.reason}
          </Note>
        )}
        {form.arrivedFen > 0 && (
          <Note title={`协会已收到 ${formatFen(form.arrivedFen)}，不需要再次汇款`}>
            请补填票据抬头、接收邮箱和这笔汇款的信息，提交后即可开具电子票据。
          </Note>
        )}
        {online && form.own.openFen > 0 && !form.returned && (
          <Panel title={`${online}付款`} hint="不用上传凭证，付款后自动确认">
            <ButtonLink href={memberPath(`/dues/${year}/pay/online`, open)}>{`用${online}交费`}</ButtonLink>
          </Panel>
        )}
        <TickedYears>
          <Panel title="一、汇款到协会账户" hint="汇款附言请照抄，方便核对">
            <TickedAccount account={await findSetting('paymentAccount')} own={form.own} uscc={form.company.uscc} />
          </Panel>
          <Panel title="二、上传汇款凭证" hint="银行回单或转账截图；填写了银行流水号的，可以不传" id="transferVoucher">
            <DocumentUpload
              owner={{ companyId: open.companyId, duesYear: year }}
              kind="transferVoucher"
              label="汇款凭证"
              files={form.vouchers}
              remove={removeVoucherAction}
              move={moveVoucherAction}
              refused={readRefusals((await searchParams).refused, 'transferVoucher')}
            />
          </Panel>
          <ReceiptNotes />
          {form.fromYear && <Note title={`已按上次（${form.fromYear} 年度）填写的内容预填，请核对。`} />}
          <FilingForm
            companyId={open.companyId}
            year={year}
            values={{ ...form.suggested, ...(form.savedAt !== null && form.stored) }}
            stored={form.stored}
            version={form.version}
            savedAt={form.savedAt}
            today={form.today}
            level={form.chargedAs}
            own={form.own}
            others={form.others}
            standards={form.standards}
            back={memberPath('/dues', open)}
            renameHref={memberPath('/company/rename', open)}
          />
        </TickedYears>
      </div>
    </>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { FilingHistory } from '@/components/dues/filing-history';
import { FilingSummary } from '@/components/dues/filing-summary';
import { VoidPayment } from '@/components/dues/void-payment';
import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { DialogButton } from '@/components/ui/dialog-button';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { ScanViewer } from '@/components/uploads/scan-viewer';
import { chargeKindLabels, levelLabels } from '@/lib/copy/dues';
import { type FilingDetail, getFiling } from '@/lib/dues/queries';
import { formatFen } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { voidPaymentAction } from '../actions';
import { confirmFilingAction, returnFilingAction } from './actions';

export const metadata: Metadata = { title: '确认会费' };

export default async function FilingPage({ params }: PageProps<'/admin/dues/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const filing = await orNotFound(getFiling(await requireAccount(), id.data));
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/dues">会费确认</Link>
      </p>
      <PageTitle
        actions={
          filing.mayDecide ? (
            <>
              <DialogButton look="secondary" label="退回">
                <ActionForm action={returnFilingAction} hidden={{ filingId: filing.id }} className="flex flex-col gap-4">
                  <p>填写人会收到短信，登录后可以看到原因，修改后重新提交。</p>
                  <ReasonField name="reason" label="退回原因" />
                  <SubmitButton>确认退回</SubmitButton>
                </ActionForm>
              </DialogButton>
              <DialogButton label={`确认到账 ${formatFen(filing.amountFen)}`}>
                <ActionForm action={confirmFilingAction} hidden={{ filingId: filing.id }} className="flex flex-col gap-4">
                  <p>
                    {filing.titleName} {filing.years.join('、')} 年度，{formatFen(filing.amountFen)}
                    。请先在银行账户中核对这笔款项。
                  </p>
                  <SubmitButton waiting="正在确认…">款项已到账，确认</SubmitButton>
                </ActionForm>
              </DialogButton>
            </>
          ) : (
            <>
              {filing.voidable.map((payment) => (
                <VoidPayment key={payment.paymentId} action={voidPaymentAction} {...payment} />
              ))}
              {filing.nextId && <ButtonLink href={`/admin/dues/${filing.nextId}`}>下一笔待确认</ButtonLink>}
            </>
          )
        }
      >
        {filing.titleName}
      </PageTitle>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex flex-col gap-5">
          {filing.forRefund && (
            <Note tone="warn" title="这笔会费不再应交（入会申请已经结束，或应交已取消）">
              {filing.state === 'pending'
                ? '如果款项已经到账，确认后转入待退费；没有到账，请退回。'
                : '款项已到账，应退还。请打开下面的会费，发起退费。'}
            </Note>
          )}
          <Difference filing={filing} />
          {filing.isSerialUsed && (
            <Note tone="warn" title={`流水号 ${filing.serial} 重复`}>
              另有一笔汇款信息或到账款项是同一个流水号。请在会费确认里搜索这个流水号，核对是不是同一笔款。
            </Note>
          )}
          {filing.level && filing.isOtherLevel && (
            <Note tone="warn" title={`填写的是${levelLabels[filing.level]}的标准，该单位的级别是${levelLabels[filing.ownLevel]}`}>
              级别不会因此改变；应交金额以该年度的级别为准。
            </Note>
          )}
          {filing.charges.length > 0 && (
            <p className="flex flex-wrap gap-x-5">
              {filing.charges.map(({ id: chargeId, year, kind }) => (
                <Link key={chargeId} href={`/admin/dues/charges/${chargeId}`} className="num inline-flex min-h-11 items-center">
                  {year} {chargeKindLabels[kind]}
                </Link>
              ))}
            </p>
          )}
          <Panel title="汇款信息">
            <FilingSummary filing={filing} />
          </Panel>
          <Panel title="办理记录">
            <FilingHistory events={filing.events} />
          </Panel>
        </div>
        <ScanViewer files={filing.vouchers} kinds={['transferVoucher']} />
      </div>
    </>
  );
}

/** Before it is confirmed what would become of it, then what has. */
function Difference({ filing: { state, differenceFen, openFen } }: { filing: FilingDetail }) {
  if (differenceFen === 0) return null;
  const sum = formatFen(Math.abs(differenceFen));
  if (state === 'pending') {
    return (
      <Note tone="warn" title={`汇款金额与未交会费 ${formatFen(openFen)} 不一致`}>
        {differenceFen > 0 ? `多交 ${sum}，确认后多出的部分会保留在这笔款项上。` : `少交 ${sum}，确认后该年度仍为待交费。`}
      </Note>
    );
  }
  return differenceFen > 0 ? (
    <Note tone="warn" title={`多交 ${sum}`}>
      多出的部分保留在这笔款项上，可以在下面的会费里抵用或退费。
    </Note>
  ) : (
    <Note tone="warn" title={`少交 ${sum}`}>
      该年度仍为待交费，可以在下面的会费里通知补交或免交余额。
    </Note>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { ChargeProposals } from '@/components/dues/charge-proposals';
import { DuesSteps } from '@/components/dues/dues-steps';
import { VoidPayment } from '@/components/dues/void-payment';
import { WaitingDecision } from '@/components/dues/waiting-decision';
import { ActionForm } from '@/components/form/action-form';
import { AskedTick } from '@/components/form/asked-tick';
import { LineField } from '@/components/form/line-field';
import { ReasonDialog } from '@/components/form/reason-dialog';
import { SubmitButton } from '@/components/form/submit-button';
import { DownloadLink } from '@/components/ui/button';
import { DialogButton } from '@/components/ui/dialog-button';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { today } from '@/lib/clock';
import { businessText, chargeTitle, duesStatusLabels, filingStateLabels, levelLabels, refundStateLabels } from '@/lib/copy/dues';
import { formatDay } from '@/lib/days';
import { type ChargePage as Charge, getChargePage } from '@/lib/dues/charge-page';
import { formatAmount, formatFen } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../../or-not-found';
import { voidPaymentAction } from '../../actions';
import {
  agreeToDecisionAction,
  applyOverpaymentAction,
  askForRestAction,
  cancelDuesAction,
  recordUnfiledAction,
  refuseDecisionAction,
  reopenDuesAction,
  requestRefundAction,
  waiveDuesAction,
} from './actions';

export const metadata: Metadata = { title: '会费' };

export default async function ChargePage({ params }: PageProps<'/admin/dues/charges/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const charge = await orNotFound(getChargePage(await requireAccount(), id.data));
  const { row, name, companyId } = charge;
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-sm text-ink-3">
        <Link href="/admin/dues/charges" className="inline-flex min-h-11 items-center">
          应交会费
        </Link>
        {companyId && (
          <Link href={`/admin/dues/companies/${companyId}`} className="inline-flex min-h-11 items-center">
            该单位台账
          </Link>
        )}
      </p>
      <PageTitle hint={chargeTitle(row)} actions={<Decisions charge={charge} day={await today()} />}>
        {name || '入会申请的会费'}
      </PageTitle>
      <div className="grid items-start gap-5 lg:grid-cols-[1.6fr_1fr]">
        <div className="flex flex-col gap-5">
          <WaitingDecision charge={charge} agree={agreeToDecisionAction} refuse={refuseDecisionAction} />
          <ChargeProposals charge={charge} apply={applyOverpaymentAction} ask={askForRestAction} refund={requestRefundAction} />
          <Panel title="应交">
            <Facts rows={factsOf(charge)} />
          </Panel>
          <Panel title="款项" flush>
            <ul className="divide-y divide-line-2">
              {charge.money.map(({ paymentId, amountFen, leftFen, years, paidOn, payer, serial, awaitsFiling, mayVoid }) => (
                <li key={paymentId} className="num flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3 md:px-6">
                  <b className="font-semibold">{formatFen(amountFen)}</b>
                  <span>{formatDay(paidOn)}</span>
                  <span>{payer}</span>
                  {serial && <span className="text-ink-3">流水号 {serial}</span>}
                  {leftFen > 0 && <span className="text-warn">多交 {formatFen(leftFen)}</span>}
                  {awaitsFiling && <Tag tone="warn">待补登记</Tag>}
                  {mayVoid && (
                    <span className="-ml-3 md:-mr-3 md:ml-auto">
                      <VoidPayment action={voidPaymentAction} {...{ paymentId, amountFen, years, awaitsFiling }} />
                    </span>
                  )}
                </li>
              ))}
              {!charge.money.length && <li className="px-4 py-4 text-ink-3 md:px-6">还没有到账的款项。</li>}
            </ul>
          </Panel>
          <Panel title="汇款信息和退费" flush>
            <ul className="divide-y divide-line-2">
              {charge.filings.map((filing) => (
                <li key={filing.id} className="flex flex-wrap items-center gap-x-6 px-4 py-2 md:px-6 md:py-1">
                  <Link href={`/admin/dues/${filing.id}`} className="inline-flex min-h-11 items-center">
                    {filing.titleName} {formatFen(filing.amountFen)}
                  </Link>
                  <Tag tone={filingStateLabels[filing.state].tone}>{filingStateLabels[filing.state].text}</Tag>
                </li>
              ))}
              {charge.refunds.map(({ id: refundId, amountFen, state, reason }) => (
                <li key={refundId} className="flex flex-wrap items-center gap-x-6 px-4 py-2 md:px-6 md:py-1">
                  <Link href={`/admin/dues/refunds?state=${state}`} className="inline-flex min-h-11 items-center">
                    退费 {formatFen(amountFen)}
                  </Link>
                  <Tag tone={refundStateLabels[state].tone}>{refundStateLabels[state].text}</Tag>
                  <span className="text-ink-2">{reason}</span>
                </li>
              ))}
              {!charge.filings.length && !charge.refunds.length && <li className="px-4 py-4 text-ink-3 md:px-6">还没有。</li>}
            </ul>
          </Panel>
        </div>
        <Panel title="办理过程">
          <DuesSteps steps={charge.steps} />
        </Panel>
      </div>
    </>
  );
}

function factsOf({ row, level, reason, resolution, uscc }: Charge) {
  const { text, tone } = duesStatusLabels[row.status];
  return [
    { label: '状态', value: <Tag tone={tone}>{text}</Tag> },
    { label: '业务状态', value: businessText(row) },
    { label: '信用代码', value: uscc },
    { label: '级别', value: levelLabels[level] },
    { label: '应交金额', value: formatFen(row.amountFen) },
    { label: '未交金额', value: formatFen(row.openFen) },
    { label: '交纳期限', value: formatDay(row.dueOn) },
    { label: '依据', value: resolution ?? '—' },
    ...(reason ? [{ label: '原因', value: reason }] : []),
  ];
}

/** What finance can do with a charge by hand; each asks for what has to be known of it. */
function Decisions({ charge: { row, state, companyId, mayDecide, aloneUpToFen, proposal }, day }: { charge: Charge; day: string }) {
  const hidden = { chargeId: row.id };
  const open = state === 'open';
  const pending = row.business === 'pending';
  const decidable = mayDecide && open && !pending && !proposal;
  const second = row.openFen > aloneUpToFen && `超过 ${formatFen(aloneUpToFen)}，须由另一位财务人员或秘书长同意后生效。`;
  const confirm = second ? '提交申请' : undefined;
  return (
    <>
      {companyId && <DownloadLink href={`/api/dues-notices/${companyId}/${row.year}`}>交纳通知书</DownloadLink>}
      {decidable && row.openFen > 0 && (
        <ReasonDialog label={row.openFen < row.amountFen ? '免交余额' : '免交'} confirm={confirm} action={waiveDuesAction} hidden={hidden}>
          {formatFen(row.openFen)} 不再收取，已交的部分不变。{second}
        </ReasonDialog>
      )}
      {decidable && (
        <ReasonDialog label="取消应交" confirm={confirm} action={cancelDuesAction} hidden={hidden}>
          这笔会费本不应收取。已交的款项转为待退费。{second}
        </ReasonDialog>
      )}
      {mayDecide && state === 'waived' && (
        <ReasonDialog label="恢复应交" action={reopenDuesAction} hidden={hidden}>
          免交的部分重新应交。
        </ReasonDialog>
      )}
      {mayDecide && open && companyId && !pending && row.openFen > 0 && (
        <DialogButton label="登记到款">
          <ActionForm action={recordUnfiledAction} hidden={hidden} labels={unfiledLabels} className="flex flex-col gap-4">
            <p>款项已到账、单位还没有填写汇款信息时用。联络员会收到短信，补填票据抬头和邮箱后完成。</p>
            <LineField
              name="amount"
              label={unfiledLabels.amount}
              inputMode="decimal"
              value={formatAmount(row.openFen).replace(/,/g, '')}
              required
            />
            <LineField name="paidOn" label={unfiledLabels.paidOn} type="date" max={day} value={day} required />
            <LineField name="payer" label={unfiledLabels.payer} required />
            <LineField name="serial" label={unfiledLabels.serial} required />
            <LineField name="note" label={unfiledLabels.note} hint="选填" />
            <AskedTick name="isAnother">已核对，仍然登记</AskedTick>
            <SubmitButton waiting="正在登记…">款项已到账，登记</SubmitButton>
          </ActionForm>
        </DialogButton>
      )}
    </>
  );
}

const unfiledLabels = {
  amount: '到账金额（元）',
  paidOn: '到账日期',
  payer: '付款户名',
  serial: '银行流水号',
  note: '备注',
  isAnother: '银行流水号',
};

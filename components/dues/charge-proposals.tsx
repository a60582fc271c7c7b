import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { DialogButton } from '@/components/ui/dialog-button';
import { Note } from '@/components/ui/note';
import type { FormAction } from '@/lib/actions/action-state';
import { formatDay } from '@/lib/days';
import type { ChargePage, MoneyRow } from '@/lib/dues/charge-page';
import { formatAmount, formatFen } from '@/lib/money';
import { DoneNote } from './done-note';

type ProposalsProps = { charge: ChargePage; apply: FormAction; ask: FormAction; refund: FormAction };

/** 多交, 少交 and 待退费: each sum with what can be done about it. */
export function ChargeProposals({ charge, apply, ask, refund }: ProposalsProps) {
  const { row, money, openYears, mayDecide } = charge;
  const short = row.openFen > 0 && row.openFen < row.amountFen ? row.openFen : 0;
  return (
    <>
      {short > 0 && (
        <Note tone="warn" title={`少交 ${formatFen(short)}`}>
          <p>可以通知单位补交，或用“免交余额”写明原因（例如银行手续费）后结清。</p>
          {mayDecide && (
            <ActionForm action={ask} hidden={{ chargeId: row.id }} className="mt-3 flex flex-wrap items-center gap-4">
              <SubmitButton look="secondary">短信通知补交</SubmitButton>
              <DoneNote />
            </ActionForm>
          )}
        </Note>
      )}
      {money
        .filter(({ overFen }) => overFen > 0)
        .map((payment) => (
          <Note key={payment.paymentId} tone="warn" title={`${formatDay(payment.paidOn)} 的到款多交 ${formatFen(payment.overFen)}`}>
            <p>
              {openYears.length ? '可以抵用到还没有交清的年度，或退费。' : '没有未交清的年度：可以保留到下一年度会费产生后抵用，或退费。'}
            </p>
            {mayDecide && (
              <div className="mt-3 flex flex-wrap gap-3">
                {openYears.map(({ chargeId, year, openFen }) => (
                  <ActionForm key={chargeId} action={apply} hidden={{ paymentId: payment.paymentId, chargeId }}>
                    <SubmitButton look="secondary">
                      抵用 {year} 年度 {formatFen(Math.min(openFen, payment.overFen))}
                    </SubmitButton>
                  </ActionForm>
                ))}
                <RefundButton payment={payment} chargeId="" amountFen={payment.overFen} action={refund} />
              </div>
            )}
          </Note>
        ))}
      {money
        .filter(({ fromChargeFen }) => fromChargeFen > 0)
        .map((payment) => (
          <Note key={payment.paymentId} tone="warn" title={`待退费 ${formatFen(payment.fromChargeFen)}`}>
            <p>这笔会费不再应交，已收的款项应退还。</p>
            {mayDecide && (
              <div className="mt-3">
                <RefundButton payment={payment} chargeId={row.id} amountFen={payment.fromChargeFen} action={refund} />
              </div>
            )}
          </Note>
        ))}
    </>
  );
}

type RefundProps = { payment: MoneyRow; chargeId: string; amountFen: number; action: FormAction };

function RefundButton({ payment: { paymentId }, chargeId, amountFen, action }: RefundProps) {
  return (
    <DialogButton look="secondary" label={`发起退费 ${formatFen(amountFen)}`}>
      <ActionForm
        action={action}
        hidden={{ paymentId, chargeId }}
        labels={{ amount: '退费金额', reason: '退费原因' }}
        className="flex flex-col gap-4"
      >
        <p>超过设置中的金额时，须由另一位财务人员或秘书长同意。款项退出后，在“退费”里登记日期和流水号。</p>
        <LineField name="amount" label="退费金额（元）" inputMode="decimal" value={formatAmount(amountFen).replace(/,/g, '')} required />
        <ReasonField name="reason" label="退费原因" />
        <SubmitButton>确认发起</SubmitButton>
      </ActionForm>
    </DialogButton>
  );
}

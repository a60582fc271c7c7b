import { ReasonDialog } from '@/components/form/reason-dialog';
import type { FormAction } from '@/lib/actions/action-state';
import { formatFen } from '@/lib/money';

type Props = { action: FormAction; paymentId: string; amountFen: number; years: readonly number[]; awaitsFiling?: boolean };

/** 撤销到账, with what it means for whom. */
export function VoidPayment({ action, paymentId, amountFen, years, awaitsFiling = false }: Props) {
  return (
    <ReasonDialog
      look="quiet"
      size="small"
      label={`撤销到账 ${formatFen(amountFen)}`}
      confirm="确认撤销"
      action={action}
      hidden={{ paymentId }}
    >
      款项没有到账，或者不是这家单位付的，可以撤销。{years.length > 0 && `这笔款抵的 ${years.join('、')} 年度会费重新应交，`}
      汇款信息回到待确认，对账单里的那一笔重新待核对。会员能看到原因。
      {awaitsFiling && '联络员已收到补填票据抬头的短信，请电话说明。'}
    </ReasonDialog>
  );
}

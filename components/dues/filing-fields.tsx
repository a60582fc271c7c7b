'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useFormContext as useHookForm, useWatch } from 'react-hook-form';
import { useFormContext } from '@/components/form/form-context';
import { TextField } from '@/components/form/text-field';
import { Panel } from '@/components/ui/panel';
import { filingFieldLabels as labels } from '@/lib/copy/dues';
import { formatAmount, formatFen, parseYuan } from '@/lib/money';
import { TitleFields } from './title-fields';

type FilingFieldsProps = {
  today: string;
  /** What is to pay. */
  amountFen: number;
  /** A member whose name has changed asks for it there; here only the receipt's title changes. */
  renameHref?: string;
  /** Beside the serial number. */
  underSerial?: ReactNode;
};

/** 填写汇款信息: who pays, whom the receipt is for, and the transfer itself. */
export function FilingFields({ today, amountFen, renameHref, underSerial }: FilingFieldsProps) {
  const { start } = useFormContext();
  useFollowingAmount(amountFen);
  const amount: unknown = useWatch({ name: 'amount', defaultValue: start.amount });
  const fen = typeof amount === 'string' ? parseYuan(amount) : null;
  return (
    <>
      <Panel title="三、填写汇款信息：票据" hint="电子票据按这里的抬头开具">
        <TitleFields renameHref={renameHref} />
      </Panel>
      <Panel title="四、填写汇款信息：汇款" hint="没有上传汇款凭证的，请填写银行流水号">
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          <TextField name="payer" label={labels.payer} hint="付款账户的名称" required />
          <TextField name="paidOn" label={labels.paidOn} type="date" max={today} numeric required />
          <TextField
            name="amount"
            label={labels.amount}
            inputMode="decimal"
            under={
              fen !== null &&
              fen > 0 &&
              fen !== amountFen && <p className="mt-1.5 text-sm text-warn">应交 {formatFen(amountFen)}，请核对实际汇款金额。</p>
            }
            numeric
            required
          />
          <TextField name="serial" label={labels.serial} hint="在银行回单上" under={underSerial} numeric />
          <TextField name="payerBank" label={labels.payerBank} hint="选填" />
          <TextField name="payerAccount" label={labels.payerAccount} hint="选填" inputMode="numeric" numeric />
          <TextField name="note" label={labels.note} hint="选填" className="md:col-span-2" />
        </div>
      </Panel>
    </>
  );
}

/** 汇款金额 follows what is to pay for as long as it is just that; what somebody has typed instead stays. */
function useFollowingAmount(amountFen: number) {
  const { getValues, setValue } = useHookForm();
  const before = useRef(amountFen);
  useEffect(() => {
    if (amountFen === before.current) return;
    if (parseYuan(String(getValues('amount'))) === before.current) setValue('amount', formatAmount(amountFen).replaceAll(',', ''));
    before.current = amountFen;
  }, [amountFen, getValues, setValue]);
}

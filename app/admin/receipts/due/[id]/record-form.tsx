'use client';

import { CheckboxField } from '@/components/form/checkbox-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import type { FormValues } from '@/lib/actions/action-state';
import { receiptFieldLabels as labels } from '@/lib/copy/receipts';
import { formatFen } from '@/lib/money';
import type { DueDetail } from '@/lib/receipts/get-due';
import { recordSchemaFor } from '@/lib/receipts/schema';
import { recordReceiptAction } from '../../actions';

type RecordFormProps = { parts: DueDetail['parts']; fileId: string; today: string; values: FormValues };

/** 登记票据: what stands on the receipt, in the order in which it stands there. */
export function RecordForm({ parts, fileId, today, values }: RecordFormProps) {
  const several = parts.length > 1;
  const hidden = { fileId, ...(!several && { chargeIds: parts[0]?.chargeId ?? '' }) };
  return (
    <Form action={recordReceiptAction} schema={recordSchemaFor(today)} values={values} labels={labels} hidden={hidden}>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField name="code" label={labels.code} hint="8 位" inputMode="numeric" autoComplete="off" numeric required />
        <TextField name="number" label={labels.number} hint="10 位" inputMode="numeric" autoComplete="off" numeric required />
        <TextField name="checkCode" label={labels.checkCode} hint="6 位" autoComplete="off" numeric required />
        <TextField name="issuedOn" label={labels.issuedOn} type="date" max={today} numeric required />
        <TextField name="amount" label={labels.amount} inputMode="decimal" numeric required />
        <TextField name="titleUscc" label={labels.titleUscc} numeric required />
        <TextField name="titleName" label={labels.titleName} className="sm:col-span-2" required />
      </div>
      {several && (
        <fieldset>
          <legend className="text-[15px] font-semibold">这张票据开的是</legend>
          {parts.map(({ chargeId, year, amountFen }) => (
            <CheckboxField key={chargeId} name="chargeIds" value={chargeId} id={`charge-${chargeId}`}>
              {year} 年度 {formatFen(amountFen)}
            </CheckboxField>
          ))}
        </fieldset>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton waiting="正在登记…">登记，并通知会员</SubmitButton>
        <span className="text-sm text-ink-3">登记后不能修改，开错的只能冲红。</span>
      </div>
    </Form>
  );
}

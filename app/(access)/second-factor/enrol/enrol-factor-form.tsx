'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { enrolFactorSchema } from '@/lib/factors/schema';
import { enrolFactorAction } from '../actions';

const labels = { factorCode: '动态码' };

export function EnrolFactorForm({ next }: { next: string }) {
  return (
    <Form action={enrolFactorAction} schema={enrolFactorSchema} values={{ factorCode: '' }} labels={labels} hidden={{ next }}>
      <TextField
        name="factorCode"
        label={labels.factorCode}
        hint="6 位数字，每 30 秒换一个"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        className="max-w-xs"
        numeric
        required
      />
      <div>
        <SubmitButton waiting="正在核对…">确认并启用</SubmitButton>
      </div>
    </Form>
  );
}

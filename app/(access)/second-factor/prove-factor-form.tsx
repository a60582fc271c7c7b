'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { proveFactorSchema } from '@/lib/factors/schema';
import { proveFactorAction } from './actions';

const labels = { factorCode: '动态码' };

export function ProveFactorForm({ next }: { next: string }) {
  return (
    <Form action={proveFactorAction} schema={proveFactorSchema} values={{ factorCode: '' }} labels={labels} hidden={{ next }}>
      <TextField
        name="factorCode"
        label={labels.factorCode}
        hint="验证器里的 6 位数字"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        numeric
        required
      />
      <SubmitButton waiting="正在核对…">继续登录</SubmitButton>
    </Form>
  );
}

'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { signInSchema } from '@/lib/accounts/schema';
import { signInAction } from './actions';

const labels = { phone: '手机号', password: '密码' };

export function LoginForm({ next }: { next: string }) {
  return (
    <Form action={signInAction} schema={signInSchema} values={{ phone: '', password: '' }} labels={labels} hidden={{ next }}>
      <TextField name="phone" label={labels.phone} type="tel" inputMode="numeric" autoComplete="username" numeric required />
      <TextField name="password" label={labels.password} type="password" autoComplete="current-password" required />
      <SubmitButton waiting="正在登录…">登录</SubmitButton>
    </Form>
  );
}

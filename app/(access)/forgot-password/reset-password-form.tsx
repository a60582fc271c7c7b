'use client';

import { useActionState } from 'react';
import { CodeField } from '@/components/form/code-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { resetPasswordSchema } from '@/lib/accounts/schema';
import { idle } from '@/lib/actions/action-state';
import { resetPasswordAction, sendResetCodeAction } from './actions';

const labels = { phone: '手机号', pictureAnswer: '图片验证码', code: '验证码', password: '新密码', passwordAgain: '确认密码' };

export function ResetPasswordForm({ pictureId }: { pictureId: string }) {
  const [code, sendCode, sending] = useActionState(sendResetCodeAction, idle);
  return (
    <Form action={resetPasswordAction} schema={resetPasswordSchema} values={{}} labels={labels}>
      <TextField
        name="phone"
        label={labels.phone}
        hint="联络员登记的手机号"
        type="tel"
        inputMode="numeric"
        autoComplete="tel"
        numeric
        required
      />
      <CodeField
        label={labels.code}
        purpose="resetPassword"
        pictureId={pictureId}
        answer={code}
        send={sendCode}
        sending={sending}
        sent="如果这个手机号已登记，验证码已经发出，5 分钟内有效。"
      />
      <TextField
        name="password"
        label={labels.password}
        hint="至少 10 个字符，可以是一句好记的话"
        type="password"
        autoComplete="new-password"
        required
      />
      <TextField name="passwordAgain" label={labels.passwordAgain} type="password" autoComplete="new-password" required />
      <SubmitButton waiting="正在设置…">设置新密码</SubmitButton>
    </Form>
  );
}

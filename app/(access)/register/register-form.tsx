'use client';

import { useActionState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { CodeField } from '@/components/form/code-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { UsccField } from '@/components/form/uscc-field';
import { Link } from '@/components/ui/link';
import { registerSchema } from '@/lib/accounts/schema';
import { idle } from '@/lib/actions/action-state';
import { registerAction, sendCodeAction } from './actions';

const labels = {
  companyName: '企业中文全称',
  uscc: '信用代码',
  usccConfirmed: '信用代码',
  name: '姓名',
  phone: '手机号',
  pictureAnswer: '图片验证码',
  code: '验证码',
  password: '密码',
  passwordAgain: '确认密码',
  privacy: '隐私政策',
};

export function RegisterForm({ formKey, pictureId }: { formKey: string; pictureId: string }) {
  const [code, sendCode, sending] = useActionState(sendCodeAction, idle);
  return (
    <Form action={registerAction} schema={registerSchema} values={{}} labels={labels} hidden={{ key: formKey }}>
      <TextField name="companyName" label={labels.companyName} hint="与营业执照一致" autoComplete="organization" required />
      <UsccField label={labels.uscc} hint="统一社会信用代码，18 位" required />
      <TextField name="name" label={labels.name} hint="经办人，默认为第一联络员" autoComplete="name" required />
      <TextField name="phone" label={labels.phone} hint="以后用它登录" type="tel" inputMode="numeric" autoComplete="tel" numeric required />
      <CodeField
        label={labels.code}
        purpose="register"
        pictureId={pictureId}
        answer={code}
        send={sendCode}
        sending={sending}
        sent="验证码已发送，5 分钟内有效。"
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
      <CheckboxField name="privacy">
        我已阅读并同意
        <Link href="/privacy" target="_blank">
          《隐私政策》
        </Link>
      </CheckboxField>
      <SubmitButton waiting="正在注册…">注册</SubmitButton>
    </Form>
  );
}

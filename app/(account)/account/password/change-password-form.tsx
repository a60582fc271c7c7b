'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { changePasswordSchema } from '@/lib/accounts/schema';
import { changePasswordAction } from './actions';

const labels = { currentPassword: '当前密码', password: '新密码', passwordAgain: '确认新密码' };
const start = {};

export function ChangePasswordForm({ length }: { length: number }) {
  return (
    <Form action={changePasswordAction} schema={changePasswordSchema} values={start} labels={labels}>
      <TextField name="currentPassword" label={labels.currentPassword} type="password" autoComplete="current-password" required />
      <TextField
        name="password"
        label={labels.password}
        hint={`至少 ${length} 个字符，可以是一句好记的话`}
        type="password"
        autoComplete="new-password"
        required
      />
      <TextField name="passwordAgain" label={labels.passwordAgain} type="password" autoComplete="new-password" required />
      <div>
        <SubmitButton className="max-md:w-full" waiting="正在修改…">
          修改密码
        </SubmitButton>
      </div>
    </Form>
  );
}

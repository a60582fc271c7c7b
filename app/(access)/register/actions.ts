'use server';

import { redirect } from 'next/navigation';
import { registerCompany } from '@/lib/accounts/register-company';
import { registerSchema, sendCodeSchema } from '@/lib/accounts/schema';
import { sendSmsCode } from '@/lib/accounts/send-sms-code';
import { byButton, keepTyped } from '@/lib/actions/by-button';
import { definePublicAction } from '@/lib/actions/define-action';
import { signIn } from '@/lib/auth';

export const sendCodeAction = definePublicAction(sendCodeSchema, async ({ actor, input: { phone, ...check } }) => {
  const { flow } = await sendSmsCode(actor, { phone, purpose: 'register', check });
  return { data: { flow } };
});

export const registerAction = byButton(
  { sendCode: sendCodeAction, changePicture: keepTyped },
  definePublicAction(registerSchema, async ({ actor, input, key }) => {
    const result = await registerCompany(actor, { ...input, key });
    if (result === 'existing') redirect('/login?reason=existing&next=/apply');
    await signIn('credentials', { phone: input.phone, password: input.password, redirect: false });
    redirect('/apply/charter');
  }),
);

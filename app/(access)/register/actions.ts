'use server';

import { redirect } from 'next/navigation';
import { registerCompany } from '@/lib/accounts/register-company';
import { registerSchema, sendCodeSchema } from '@/lib/accounts/schema';
import { sendSmsCode } from '@/lib/accounts/send-sms-code';
import { definePublicAction } from '@/lib/actions/define-action';
import { signIn } from '@/lib/auth';

export const sendCodeAction = definePublicAction(sendCodeSchema, async ({ actor, input }) => {
  const { flow } = await sendSmsCode(actor, { phone: input.phone, purpose: 'register' });
  return { data: { flow } };
});

export const registerAction = definePublicAction(registerSchema, async ({ actor, input, key }) => {
  const result = await registerCompany(actor, { ...input, key });
  if (result === 'existing') redirect('/login?reason=existing&next=/apply');
  await signIn('credentials', { phone: input.phone, password: input.password, redirect: false });
  redirect('/apply/charter');
});

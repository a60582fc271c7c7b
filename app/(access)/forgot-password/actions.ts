'use server';

import { redirect } from 'next/navigation';
import { resetPassword } from '@/lib/accounts/reset-password';
import { resetPasswordSchema, sendCodeSchema } from '@/lib/accounts/schema';
import { sendSmsCode } from '@/lib/accounts/send-sms-code';
import { definePublicAction } from '@/lib/actions/define-action';

export const sendResetCodeAction = definePublicAction(sendCodeSchema, async ({ actor, input }) => {
  const { flow } = await sendSmsCode(actor, { phone: input.phone, purpose: 'resetPassword' });
  return { data: { flow } };
});

export const resetPasswordAction = definePublicAction(resetPasswordSchema, async ({ actor, input }) => {
  await resetPassword(actor, input);
  redirect('/login?reason=password');
});

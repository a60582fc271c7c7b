'use server';

import { redirect } from 'next/navigation';
import { resetPassword } from '@/lib/accounts/reset-password';
import { resetPasswordSchema, sendCodeSchema } from '@/lib/accounts/schema';
import { sendSmsCode } from '@/lib/accounts/send-sms-code';
import { byButton, keepTyped } from '@/lib/actions/by-button';
import { definePublicAction } from '@/lib/actions/define-action';

export const sendResetCodeAction = definePublicAction(sendCodeSchema, async ({ actor, input: { phone, ...check } }) => {
  const { flow } = await sendSmsCode(actor, { phone, purpose: 'resetPassword', check });
  return { data: { flow } };
});

export const resetPasswordAction = byButton(
  { sendCode: sendResetCodeAction, changePicture: keepTyped },
  definePublicAction(resetPasswordSchema, async ({ actor, input }) => {
    await resetPassword(actor, input);
    redirect('/login?reason=password');
  }),
);

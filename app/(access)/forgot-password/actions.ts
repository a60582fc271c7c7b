'use server';

import { redirect } from 'next/navigation';
import { CredentialsSignin } from 'next-auth';
import { resetPassword } from '@/lib/accounts/reset-password';
import { resetPasswordSchema, sendCodeSchema } from '@/lib/accounts/schema';
import { sendSmsCode } from '@/lib/accounts/send-sms-code';
import { startPath } from '@/lib/accounts/start-path';
import { byButton, keepTyped } from '@/lib/actions/by-button';
import { definePublicAction } from '@/lib/actions/define-action';
import { signIn } from '@/lib/auth';

export const sendResetCodeAction = definePublicAction(sendCodeSchema, async ({ actor, input: { phone, ...check } }) => {
  const { flow } = await sendSmsCode(actor, { phone, purpose: 'resetPassword', check });
  return { data: { flow } };
});

export const resetPasswordAction = byButton(
  { sendCode: sendResetCodeAction, changePicture: keepTyped },
  definePublicAction(resetPasswordSchema, async ({ actor, input }) => {
    await resetPassword(actor, input);
    const { phone, password } = input;
    const enters = await signIn('credentials', { phone, password, redirect: false }).catch((error: unknown) => {
      if (!(error instanceof CredentialsSignin)) throw error; // too many from this address: the password is set all the same
    });
    redirect(enters ? await startPath(phone) : '/login?reason=password');
  }),
);

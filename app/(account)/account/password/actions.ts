'use server';

import { redirect } from 'next/navigation';
import { changePassword } from '@/lib/accounts/change-password';
import { changePasswordSchema } from '@/lib/accounts/schema';
import { defineAction } from '@/lib/actions/define-action';

export const changePasswordAction = defineAction(changePasswordSchema, async ({ actor, input: { currentPassword, password } }) => {
  await changePassword(actor, { currentPassword, password });
  redirect('/account/sessions?saved=password');
});

'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { CredentialsSignin } from 'next-auth';
import { signInSchema } from '@/lib/accounts/schema';
import { startPath } from '@/lib/accounts/start-path';
import { checkOrigin } from '@/lib/actions/check-origin';
import { definePublicAction } from '@/lib/actions/define-action';
import { refusalOfSignIn, signIn, signOut } from '@/lib/auth';
import { localPath } from '@/lib/local-path';

export const signInAction = definePublicAction(signInSchema, async ({ input: { phone, password, next } }) => {
  try {
    await signIn('credentials', { phone, password, redirect: false });
  } catch (error) {
    throw error instanceof CredentialsSignin ? refusalOfSignIn(error) : error;
  }
  redirect(localPath(next) ?? (await startPath(phone)));
});

export async function signOutAction(): Promise<void> {
  checkOrigin(await headers());
  await signOut({ redirect: false });
  redirect('/login');
}

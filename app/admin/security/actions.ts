'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { renewRecoveryCodes } from '@/lib/factors/renew-recovery-codes';
import { resetFactor } from '@/lib/factors/reset-factor';

export const renewCodesAction = defineAction(z.object({}), async ({ actor }) => {
  await renewRecoveryCodes(actor);
  redirect('/admin/security'); // which leads to the new codes first
});

export const changePhoneAction = defineAction(z.object({}), async ({ actor }) => {
  await resetFactor(actor, actor.id);
  redirect('/login?reason=factor');
});

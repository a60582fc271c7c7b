'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { approveApplication } from '@/lib/applications/approve-application';
import { checkItem } from '@/lib/applications/check-item';
import { passApplication } from '@/lib/applications/pass-application';
import { rejectApplication } from '@/lib/applications/reject-application';
import { returnApplication } from '@/lib/applications/return-application';
import { applicationIdSchema, approveSchema, checkSchema, rejectSchema, returnSchema } from '@/lib/applications/schema';

export const approveAction = defineAction(approveSchema, async ({ actor, input }) => {
  await approveApplication(actor, input);
  revalidatePath('/admin', 'layout');
});

export const passAction = defineAction(applicationIdSchema, async ({ actor, input: { applicationId } }) => {
  await passApplication(actor, applicationId);
  revalidatePath('/admin', 'layout');
});

export const rejectAction = defineAction(rejectSchema, async ({ actor, input }) => {
  await rejectApplication(actor, input);
  revalidatePath('/admin', 'layout');
});

export const returnAction = defineAction(returnSchema, async ({ actor, input }) => {
  await returnApplication(actor, input);
  revalidatePath('/admin', 'layout');
});

export const checkAction = defineAction(checkSchema, async ({ actor, input }) => {
  await checkItem(actor, input);
  revalidatePath(`/admin/applications/${input.applicationId}`);
});

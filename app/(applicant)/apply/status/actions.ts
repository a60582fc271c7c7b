'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { reapply } from '@/lib/applications/reapply';
import { applicationIdSchema } from '@/lib/applications/schema';
import { withdrawApplication } from '@/lib/applications/withdraw-application';

export const withdrawAction = defineAction(applicationIdSchema, async ({ actor, input: { applicationId } }) => {
  await withdrawApplication(actor, applicationId);
  revalidatePath('/apply', 'layout');
});

export const reapplyAction = defineAction(applicationIdSchema, async ({ actor, input }) => {
  const { applicationId } = await reapply(actor, input.applicationId);
  revalidatePath('/apply', 'layout');
  redirect(`/apply?application=${applicationId}`);
});

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { agreeCharter } from '@/lib/applications/agree-charter';
import { applicationIdSchema } from '@/lib/applications/schema';

export const agreeCharterAction = defineAction(applicationIdSchema, async ({ actor, input }) => {
  await agreeCharter(actor, input.applicationId);
  revalidatePath('/apply', 'layout');
  redirect(`/apply?application=${input.applicationId}`);
});

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { applicationIdSchema } from '@/lib/applications/schema';
import { submitApplication } from '@/lib/applications/submit-application';

export const submitApplicationAction = defineAction(applicationIdSchema, async ({ actor, input: { applicationId }, key }) => {
  await submitApplication(actor, { applicationId, key });
  revalidatePath('/apply', 'layout');
  redirect(`/apply/status?application=${applicationId}`);
});

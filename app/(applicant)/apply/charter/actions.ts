'use server';

import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { agreeCharter } from '@/lib/applications/agree-charter';
import { applicationIdSchema } from '@/lib/applications/schema';

export const agreeCharterAction = defineAction(applicationIdSchema, async ({ actor, input }) => {
  await agreeCharter(actor, input.applicationId);
  redirect(`/apply?application=${input.applicationId}`);
});

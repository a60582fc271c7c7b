'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { draftSchema } from '@/lib/applications/draft-schema';
import { isComplete, saveStep } from '@/lib/applications/save-step';

export const saveDuesAction = defineAction(draftSchema, async ({ actor, input: { applicationId, opened, settle, choice, ...values } }) => {
  const saved = await saveStep(actor, { applicationId, step: 'dues', values, opened, settle, choice });
  if (!isComplete(saved)) return { status: 'error', ...saved };
  revalidatePath('/apply', 'layout');
  redirect(`/apply?application=${applicationId}`);
});

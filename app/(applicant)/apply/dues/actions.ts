'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { saveStep } from '@/lib/applications/save-step';
import { draftSchema } from '@/lib/applications/schema';
import { DomainError } from '@/lib/errors';

export const saveDuesAction = defineAction(draftSchema, async ({ actor, input: { applicationId, ...values } }) => {
  const fieldErrors = await saveStep(actor, { applicationId, step: 'dues', values });
  if (Object.keys(fieldErrors).length) throw new DomainError('invalid', { fieldErrors });
  revalidatePath('/apply', 'layout');
  redirect(`/apply?application=${applicationId}`);
});

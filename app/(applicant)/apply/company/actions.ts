'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { draftSchema } from '@/lib/applications/draft-schema';
import { changedLiaisons } from '@/lib/applications/liaisons';
import { isComplete, saveStep } from '@/lib/applications/save-step';

export const saveCompanyAction = defineAction(draftSchema, async ({ actor, input: { applicationId, opened, settle, choice, ...form } }) => {
  const liaisons = changedLiaisons(form.liaisons, form);
  const values = liaisons ? { ...form, liaisons } : form;
  const saved = await saveStep(actor, { applicationId, step: 'company', values, opened, settle, choice });
  if (liaisons && !saved.conflicts.length) redirect(`/apply/company?application=${applicationId}#liaisons`);
  if (!isComplete(saved)) return { status: 'error', ...saved };
  revalidatePath('/apply', 'layout');
  redirect(`/apply?application=${applicationId}`);
});

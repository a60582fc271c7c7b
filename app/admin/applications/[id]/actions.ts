'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { findNextInQueue } from '@/lib/applications/after-decision';
import { approveApplication } from '@/lib/applications/approve-application';
import { checkItem } from '@/lib/applications/check-item';
import { passApplication } from '@/lib/applications/pass-application';
import { rejectApplication } from '@/lib/applications/reject-application';
import { returnApplication } from '@/lib/applications/return-application';
import { applicationIdSchema, approveSchema, checkSchema, rejectSchema, returnSchema } from '@/lib/applications/schema';

export const approveAction = defineAction(approveSchema, async ({ actor, input }) => {
  await approveApplication(actor, input);
  await goOn(actor, input.applicationId);
});

export const passAction = defineAction(applicationIdSchema, async ({ actor, input: { applicationId } }) => {
  await passApplication(actor, applicationId);
  await goOn(actor, applicationId);
});

export const rejectAction = defineAction(rejectSchema, async ({ actor, input }) => {
  await rejectApplication(actor, input);
  await goOn(actor, input.applicationId);
});

export const returnAction = defineAction(returnSchema, async ({ actor, input }) => {
  await returnApplication(actor, input);
  await goOn(actor, input.applicationId);
});

export const checkAction = defineAction(checkSchema, async ({ actor, input }) => {
  await checkItem(actor, input);
  revalidatePath(`/admin/applications/${input.applicationId}`);
});

/** On to the next application that waits, which says what was done; where none does, the decided one stays and says it. */
async function goOn(actor: Parameters<typeof findNextInQueue>[0], applicationId: string): Promise<void> {
  revalidatePath('/admin', 'layout');
  const next = await findNextInQueue(actor, applicationId);
  if (next) redirect(`/admin/applications/${next}?decided=${applicationId}`);
}

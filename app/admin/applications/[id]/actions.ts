'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { approveApplication } from '@/lib/applications/approve-application';
import { rejectApplication } from '@/lib/applications/reject-application';
import { returnApplication } from '@/lib/applications/return-application';
import { approveSchema, rejectSchema, returnSchema } from '@/lib/applications/schema';

export const approveAction = defineAction(approveSchema, async ({ actor, input }) => {
  await approveApplication(actor, input);
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

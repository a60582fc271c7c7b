'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { confirmFiling } from '@/lib/dues/confirm-filing';
import { returnFiling } from '@/lib/dues/return-filing';
import { filingIdSchema, returnFilingSchema } from '@/lib/dues/schema';

export const confirmFilingAction = defineAction(filingIdSchema, async ({ actor, input }) => {
  await confirmFiling(actor, input.filingId);
  revalidatePath('/admin', 'layout');
});

export const returnFilingAction = defineAction(returnFilingSchema, async ({ actor, input }) => {
  await returnFiling(actor, input);
  revalidatePath('/admin', 'layout');
});

'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { acceptErasure } from '@/lib/personal/accept-erasure';
import { declineErasure } from '@/lib/personal/decline-erasure';
import { declineErasureSchema, erasureIdSchema } from '@/lib/personal/schema';

export const acceptErasureAction = defineAction(erasureIdSchema, async ({ actor, input: { requestId } }) => {
  await acceptErasure(actor, requestId);
  revalidatePath('/admin', 'layout');
});

export const declineErasureAction = defineAction(declineErasureSchema, async ({ actor, input }) => {
  await declineErasure(actor, input);
  revalidatePath('/admin', 'layout');
});

'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { resolveDifference } from '@/lib/online-payments/resolve-difference';
import { resolveDifferenceSchema } from '@/lib/online-payments/schema';

export const resolveDifferenceAction = defineAction(resolveDifferenceSchema, async ({ actor, input }) => {
  await resolveDifference(actor, input);
  revalidatePath('/admin/dues', 'layout');
});

'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { listingSchema } from '@/lib/companies/listing-schema';
import { setListed } from '@/lib/companies/set-listed';

export const setListedAction = defineAction(listingSchema, async ({ actor, input }) => {
  await setListed(actor, input);
  revalidatePath('/company/listing');
  revalidatePath('/admin/members', 'layout');
});

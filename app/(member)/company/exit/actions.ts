'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { askExit } from '@/lib/companies/ask-exit';
import { askExitSchema, companyIdSchema } from '@/lib/companies/edit-schema';
import { withdrawExit } from '@/lib/companies/withdraw-exit';

export const askExitAction = defineAction(askExitSchema, async ({ actor, input }) => {
  await askExit(actor, input);
  revalidatePath('/home', 'layout');
  redirect(`/company/exit?company=${input.companyId}&saved=exit`);
});

export const withdrawExitAction = defineAction(companyIdSchema, async ({ actor, input: { companyId } }) => {
  await withdrawExit(actor, companyId);
  revalidatePath('/home', 'layout');
});

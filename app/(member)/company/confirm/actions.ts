'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { confirmCompany } from '@/lib/companies/confirm-company';
import { confirmationSchema } from '@/lib/companies/confirmation-schema';
import { memberPath } from '../../load-company';

export const confirmCompanyAction = defineAction(confirmationSchema, async ({ actor, input }) => {
  await confirmCompany(actor, input);
  revalidatePath('/home');
  const several = actor.companyIds.length > 1;
  redirect(memberPath(input.answer === 'edit' ? '/company/edit' : '/home', { companyId: input.companyId, several }));
});

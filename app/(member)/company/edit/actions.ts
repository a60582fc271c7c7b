'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { editFormSchema } from '@/lib/applications/draft-schema';
import { editCompany } from '@/lib/companies/edit-company';

export const editCompanyAction = defineAction(
  editFormSchema,
  async ({ actor, input: { companyId, opened, settle, choice, ...values } }) => {
    const edited = await editCompany(actor, { companyId, values, opened, settle, choice });
    if (Object.keys(edited.fieldErrors).length || edited.conflicts.length) return { status: 'error', ...edited };
    revalidatePath('/home', 'layout');
    redirect(`/company?company=${companyId}&saved=edit`);
  },
);

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { companyIdSchema, renameSchema } from '@/lib/companies/edit-schema';
import { requestRename } from '@/lib/companies/request-rename';
import { withdrawRename } from '@/lib/companies/withdraw-rename';
import { moveFile } from '@/lib/uploads/move-file';
import { removeFile } from '@/lib/uploads/remove-file';

const fileSchema = z.object({ fileId: z.uuid() });

export const requestRenameAction = defineAction(renameSchema, async ({ actor, input: { companyId, name, uscc } }) => {
  await requestRename(actor, { companyId, name, uscc });
  revalidatePath('/home', 'layout');
  redirect(`/company?company=${companyId}&saved=rename`);
});

export const withdrawRenameAction = defineAction(companyIdSchema, async ({ actor, input: { companyId } }) => {
  await withdrawRename(actor, companyId);
  revalidatePath('/home', 'layout');
});

export const removeLicenceAction = defineAction(fileSchema, async ({ actor, input }) => {
  await removeFile(actor, input.fileId);
  revalidatePath('/company', 'layout');
});

export const moveLicenceAction = defineAction(fileSchema.extend({ by: z.enum(['-1', '1']) }), async ({ actor, input: { fileId, by } }) => {
  await moveFile(actor, { fileId, by: by === '1' ? 1 : -1 });
  revalidatePath('/company', 'layout');
});

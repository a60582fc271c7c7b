'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import type { FormValue } from '@/lib/actions/action-state';
import { defineAction } from '@/lib/actions/define-action';
import { openFormShape } from '@/lib/applications/draft-schema';
import { fileMemberDues } from '@/lib/dues/file-member-dues';
import { duesYear } from '@/lib/dues/schema';
import { moveFile } from '@/lib/uploads/move-file';
import { removeFile } from '@/lib/uploads/remove-file';

const formSchema = z.object({ companyId: z.uuid(), year: duesYear, ...openFormShape }).catchall(z.custom<FormValue>(() => true));
const fileSchema = z.object({ fileId: z.uuid() });

export const fileDuesAction = defineAction(formSchema, async ({ actor, input: { companyId, year, opened, settle, choice, ...values } }) => {
  const filed = await fileMemberDues(actor, { companyId, year, values, opened, settle, choice });
  if (Object.keys(filed.fieldErrors).length || filed.conflicts.length) return { status: 'error', ...filed };
  revalidatePath('/dues', 'layout');
  redirect(`/dues/${year}?company=${companyId}&filed=1`);
});

export const removeVoucherAction = defineAction(fileSchema, async ({ actor, input }) => {
  await removeFile(actor, input.fileId);
  revalidatePath('/dues', 'layout');
});

export const moveVoucherAction = defineAction(fileSchema.extend({ by: z.enum(['-1', '1']) }), async ({ actor, input: { fileId, by } }) => {
  await moveFile(actor, { fileId, by: by === '1' ? 1 : -1 });
  revalidatePath('/dues', 'layout');
});

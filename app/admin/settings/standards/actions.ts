'use server';

import { revalidatePath } from 'next/cache';
import * as z from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { addStandard } from '@/lib/dues/add-standard';
import { standardSchema } from '@/lib/dues/staff-schema';
import { parseYuan } from '@/lib/money';
import { moveFile } from '@/lib/uploads/move-file';
import { removeFile } from '@/lib/uploads/remove-file';

export const addStandardAction = defineAction(standardSchema, async ({ actor, input: { amount, ...standard } }) => {
  await addStandard(actor, { ...standard, amountFen: parseYuan(amount) ?? 0 });
  revalidatePath('/', 'layout');
});

const fileSchema = z.object({ fileId: z.uuid() });

export const removeResolutionAction = defineAction(fileSchema, async ({ actor, input: { fileId } }) => {
  await removeFile(actor, fileId);
  revalidatePath('/admin/settings/standards');
});

export const moveResolutionAction = defineAction(
  fileSchema.extend({ by: z.enum(['-1', '1']) }),
  async ({ actor, input: { fileId, by } }) => {
    await moveFile(actor, { fileId, by: by === '1' ? 1 : -1 });
    revalidatePath('/admin/settings/standards');
  },
);

'use server';

import { revalidatePath } from 'next/cache';
import * as z from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { moveFile } from '@/lib/uploads/move-file';
import { removeFile } from '@/lib/uploads/remove-file';

const fileIdSchema = z.object({ fileId: z.uuid() });
const moveSchema = fileIdSchema.extend({ by: z.enum(['-1', '1']) });

export const removeFileAction = defineAction(fileIdSchema, async ({ actor, input }) => {
  await removeFile(actor, input.fileId);
  revalidatePath('/apply', 'layout');
});

export const moveFileAction = defineAction(moveSchema, async ({ actor, input: { fileId, by } }) => {
  await moveFile(actor, { fileId, by: by === '1' ? 1 : -1 });
  revalidatePath('/apply', 'layout');
});

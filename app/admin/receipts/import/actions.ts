'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { commitReceipts } from '@/lib/receipts/commit-receipts';
import { discardReceipts } from '@/lib/receipts/discard-receipts';
import { importIdSchema } from '@/lib/receipts/schema';

export const commitReceiptsAction = defineAction(importIdSchema, async ({ actor, input }) => {
  await commitReceipts(actor, input.importId);
  revalidatePath('/admin', 'layout');
});

export const discardReceiptsAction = defineAction(importIdSchema, async ({ actor, input }) => {
  await discardReceipts(actor, input.importId);
  redirect('/admin/receipts/import');
});

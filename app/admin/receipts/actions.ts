'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { answerRequest, declineRequest } from '@/lib/receipts/answer-request';
import { findNextDue } from '@/lib/receipts/get-due';
import { recordReceipt } from '@/lib/receipts/record-receipt';
import { reverseReceipt } from '@/lib/receipts/reverse-receipt';
import { answerRequestSchema, declineRequestSchema, recordFormSchema, reverseSchema } from '@/lib/receipts/schema';
import { removeFile } from '@/lib/uploads/remove-file';

const changed = () => revalidatePath('/admin', 'layout');

export const recordReceiptAction = defineAction(recordFormSchema, async ({ actor, input: { amount, ...input }, key }) => {
  const { receiptId } = await recordReceipt(actor, { ...input, amountFen: amount, key });
  changed();
  const nextId = await findNextDue(actor);
  redirect(nextId ? `/admin/receipts/due/${nextId}?done=${receiptId}` : `/admin/receipts/${receiptId}`);
});

export const reverseReceiptAction = defineAction(reverseSchema, async ({ actor, input }) => {
  await reverseReceipt(actor, input);
  changed();
});

export const answerRequestAction = defineAction(answerRequestSchema, async ({ actor, input }) => {
  await answerRequest(actor, input);
  changed();
});

export const declineRequestAction = defineAction(declineRequestSchema, async ({ actor, input }) => {
  await declineRequest(actor, input);
  changed();
});

export const removeReceiptFileAction = defineAction(z.object({ fileId: z.uuid() }), async ({ actor, input }) => {
  await removeFile(actor, input.fileId);
  changed();
});

'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { askForReissue, reportNotReceived } from '@/lib/receipts/request-receipt';
import { notReceivedSchema, reissueSchema } from '@/lib/receipts/schema';

export const reportNotReceivedAction = defineAction(notReceivedSchema, async ({ actor, input }) => {
  await reportNotReceived(actor, input);
  revalidatePath('/dues', 'layout');
});

export const askForReissueAction = defineAction(reissueSchema, async ({ actor, input }) => {
  await askForReissue(actor, input);
  revalidatePath('/dues', 'layout');
});

'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { approveRefund, payRefund, refuseRefund } from '@/lib/dues/refund-dues';
import { payRefundSchema, refundIdSchema, refuseRefundSchema } from '@/lib/dues/staff-schema';

export const approveRefundAction = defineAction(refundIdSchema, async ({ actor, input }) => {
  await approveRefund(actor, input.refundId);
  revalidatePath('/admin/dues', 'layout');
});

export const refuseRefundAction = defineAction(refuseRefundSchema, async ({ actor, input }) => {
  await refuseRefund(actor, input);
  revalidatePath('/admin/dues', 'layout');
});

export const payRefundAction = defineAction(payRefundSchema, async ({ actor, input }) => {
  await payRefund(actor, input);
  revalidatePath('/admin/dues', 'layout');
});

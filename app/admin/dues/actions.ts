'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { confirmTogether } from '@/lib/dues/confirm-together';
import { confirmTogetherSchema, voidPaymentSchema } from '@/lib/dues/staff-schema';
import { formatFen } from '@/lib/money';
import { voidPayment } from '@/lib/statements/void-payment';

export const confirmTogetherAction = defineAction(confirmTogetherSchema, async ({ actor, input }) => {
  const results = await confirmTogether(actor, input);
  revalidatePath('/admin', 'layout');
  return {
    data: Object.fromEntries(
      results.map(({ filingId, titleName, amountFen, refusal }) => [
        filingId,
        `${titleName} ${formatFen(amountFen)}：${refusal ? `没有确认，${refusal}` : '已确认到账'}`,
      ]),
    ),
  };
});

export const voidPaymentAction = defineAction(voidPaymentSchema, async ({ actor, input }) => {
  await voidPayment(actor, input);
  revalidatePath('/admin', 'layout');
});

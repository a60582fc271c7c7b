'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { raiseDues } from '@/lib/dues/raise-dues';
import { raiseSchema, topUpSchema } from '@/lib/dues/staff-schema';
import { confirmTopUp } from '@/lib/dues/top-ups';
import { formatFen } from '@/lib/money';

export const raiseDuesAction = defineAction(raiseSchema, async ({ actor, input }) => {
  const { raised, amountFen } = await raiseDues(actor, input.year);
  revalidatePath('/admin/dues', 'layout');
  return { data: { done: `已产生 ${raised} 家单位的 ${input.year} 年度会费，共 ${formatFen(amountFen)}` } };
});

export const confirmTopUpAction = defineAction(topUpSchema, async ({ actor, input }) => {
  await confirmTopUp(actor, input);
  revalidatePath('/admin/dues', 'layout');
});

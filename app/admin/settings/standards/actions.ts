'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { addStandard } from '@/lib/dues/add-standard';
import { standardSchema } from '@/lib/dues/staff-schema';
import { parseYuan } from '@/lib/money';

export const addStandardAction = defineAction(standardSchema, async ({ actor, input: { amount, ...standard } }) => {
  await addStandard(actor, { ...standard, amountFen: parseYuan(amount) ?? 0 });
  revalidatePath('/', 'layout');
});

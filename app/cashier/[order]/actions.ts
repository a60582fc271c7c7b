'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod';
import { definePublicAction } from '@/lib/actions/define-action';
import { manners } from '@/lib/cashier/manners';
import { payAtCashier } from '@/lib/cashier/pay-at-cashier';

const schema = z.object({ orderNumber: z.string().max(64), manner: z.enum(manners) });

export const payAtCashierAction = definePublicAction(schema, async ({ input }) => {
  redirect(await payAtCashier(input.orderNumber, input.manner));
});

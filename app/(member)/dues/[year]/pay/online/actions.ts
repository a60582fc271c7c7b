'use server';

import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { startOnlinePaymentSchema } from '@/lib/online-payments/schema';
import { startOnlinePayment } from '@/lib/online-payments/start-online-payment';

export const startOnlinePaymentAction = defineAction(startOnlinePaymentSchema, async ({ actor, input, key }) => {
  const { url } = await startOnlinePayment(actor, { ...input, key });
  redirect(url);
});

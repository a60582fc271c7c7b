'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { applyOverpayment } from '@/lib/dues/apply-overpayment';
import { askForRest } from '@/lib/dues/ask-for-rest';
import { agreeToDecision, cancelDues, refuseDecision, reopenDues, waiveDues } from '@/lib/dues/decide-charge';
import { recordUnfiledPayment } from '@/lib/dues/record-unfiled';
import { requestRefund } from '@/lib/dues/refund-dues';
import { applySchema, chargeIdSchema, decideChargeSchema, requestRefundSchema, unfiledPaymentSchema } from '@/lib/dues/staff-schema';
import { formatFen } from '@/lib/money';

const changed = () => revalidatePath('/admin/dues', 'layout');

export const waiveDuesAction = defineAction(decideChargeSchema, async ({ actor, input }) => {
  await waiveDues(actor, input);
  changed();
});

export const reopenDuesAction = defineAction(decideChargeSchema, async ({ actor, input }) => {
  await reopenDues(actor, input);
  changed();
});

export const cancelDuesAction = defineAction(decideChargeSchema, async ({ actor, input }) => {
  await cancelDues(actor, input);
  changed();
});

export const agreeToDecisionAction = defineAction(chargeIdSchema, async ({ actor, input }) => {
  await agreeToDecision(actor, input.chargeId);
  changed();
});

export const refuseDecisionAction = defineAction(decideChargeSchema, async ({ actor, input }) => {
  await refuseDecision(actor, input);
  changed();
});

export const askForRestAction = defineAction(chargeIdSchema, async ({ actor, input }) => {
  const { isNew, missingFen } = await askForRest(actor, input.chargeId);
  changed();
  const sum = formatFen(missingFen);
  return { data: { done: isNew ? `已发短信，请第一联络员补交 ${sum}` : `今天已经发过短信，请补交 ${sum}；每天最多一条` } };
});

export const recordUnfiledAction = defineAction(unfiledPaymentSchema, async ({ actor, input: { amount, ...input }, key }) => {
  await recordUnfiledPayment(actor, { ...input, amountFen: amount, key });
  changed();
});

export const applyOverpaymentAction = defineAction(applySchema, async ({ actor, input }) => {
  await applyOverpayment(actor, input);
  changed();
});

export const requestRefundAction = defineAction(requestRefundSchema, async ({ actor, input: { amount, ...input }, key }) => {
  await requestRefund(actor, { ...input, amountFen: amount, key });
  changed();
});

import * as z from 'zod/mini';
import { asList, checkbox, day, optionalText, requiredText, wholeNumber, yuan, yuanText } from '../fields';
import { Level } from '../generated/prisma/enums';
import { duesYear } from './schema';

const serial = requiredText('流水号', 40);
const count = (label: string) => wholeNumber(label).check(z.refine((number) => number > 0, `请填写${label}`));

export const chargeIdSchema = z.object({ chargeId: z.uuid() });
export const decideChargeSchema = z.extend(chargeIdSchema, { reason: requiredText('原因', 300) });
export const unfiledPaymentSchema = z.extend(chargeIdSchema, {
  amount: yuan,
  paidOn: day('日期'),
  payer: requiredText('付款户名', 100),
  serial,
  isAnother: checkbox,
  note: optionalText('备注', 200),
});
export const applySchema = z.extend(chargeIdSchema, { paymentId: z.uuid() });
export const voidPaymentSchema = z.object({ paymentId: z.uuid(), reason: requiredText('原因', 300) });
export const requestRefundSchema = z.object({
  paymentId: z.uuid(),
  chargeId: z.pipe(
    z.transform((id: unknown) => id || null),
    z.nullable(z.uuid()),
  ),
  amount: yuan,
  reason: requiredText('退费原因', 300),
});
export const refundIdSchema = z.object({ refundId: z.uuid() });
export const refuseRefundSchema = z.extend(refundIdSchema, { reason: requiredText('原因', 300) });
export const payRefundSchema = z.extend(refundIdSchema, { paidOn: day('日期'), serial });
export const raiseSchema = z.object({ year: duesYear });
export const topUpSchema = z.extend(raiseSchema, { companyId: z.uuid() });
export const confirmTogetherSchema = z.object({
  filingIds: z.pipe(
    z.transform(asList),
    z.array(z.uuid()).check(z.minLength(1, '请先在下面的列表中选择'), z.maxLength(500, '一次最多 500 笔')),
  ),
  isChecked: checkbox,
});
export const standardSchema = z.object({
  level: z.enum(Level, '请选择会员级别'),
  fromYear: wholeNumber('年度').check(z.refine((year) => year >= 2020 && year <= 2200, '请填写四位年份，例如 2027')),
  amount: yuanText(),
  resolution: requiredText('决议', 200),
  resolvedOn: day('表决日期'),
  eligible: count('应到人数'),
  present: count('出席人数'),
  inFavour: count('赞成票数'),
});

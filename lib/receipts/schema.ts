import * as z from 'zod/mini';
import { type Day, isDay } from '../days';
import { asList, checkbox, companyName, email, optionalText, requiredText, typed, typedAs, uscc, yuan } from '../fields';

const code = (label: string, usual: string, shape: RegExp) =>
  typedAs((text) => text.normalize('NFKC').replace(/\s/g, '')).check(
    z.refine((text) => text !== '', { error: `请填写${label}`, abort: true }),
    z.refine((text) => shape.test(text), `${label}通常是 ${usual}，请照票据核对`),
  );

/** What a receipt is known by (facts 6). Lengths were seen to differ, so that only what cannot be one is refused. */
export const receiptCode = code('票据代码', '8 位数字', /^\d{6,20}$/);
export const receiptNumber = code('票据号码', '10 位数字', /^\d{6,20}$/);
export const checkCode = code('校验码', '6 位字母或数字', /^[0-9a-z]{4,20}$/i);

/** `today` is Beijing's date: nothing was issued in the future. */
export const issueDay = (label: string, today: Day) =>
  typed().check(
    z.refine((text) => text !== '', { error: `请填写${label}`, abort: true }),
    z.refine(isDay, { error: '请按 2026-11-23 的样子填写日期', abort: true }),
    z.refine((day) => day <= today, { error: `${label}不能晚于今天`, abort: true }),
    z.refine((day) => day >= '2000-01-01', `请核对${label}的年份`),
  );

/** The fields of 登记票据; `chargeIds` of what it is for. */
export function recordSchemaFor(today: Day) {
  return z.object({
    code: receiptCode,
    number: receiptNumber,
    checkCode,
    issuedOn: issueDay('开票日期', today),
    amount: yuan,
    titleName: companyName,
    titleUscc: uscc,
    chargeIds: z.pipe(z.transform(asList), z.array(z.uuid()).check(z.minLength(1, '请选择这张票据开的是哪一年度'), z.maxLength(50))),
  });
}

export type RecordForm = z.output<ReturnType<typeof recordSchemaFor>>;

/** The same without the day, for the action: the command knows which day it is. */
export const recordFormSchema = z.extend(recordSchemaFor('9999-12-31'), {
  fileId: z.pipe(
    z.transform((id: unknown) => id || null),
    z.nullable(z.uuid()),
  ),
});

export const receiptIdSchema = z.object({ receiptId: z.uuid() });
export const reverseSchema = z.extend(receiptIdSchema, {
  redCode: receiptCode,
  redNumber: receiptNumber,
  reversedOn: issueDay('冲红日期', '9999-12-31'),
  reason: requiredText('冲红原因', 300),
});
export const notReceivedSchema = z.extend(receiptIdSchema, { email, reason: optionalText('说明', 300) });
export const reissueSchema = z.extend(receiptIdSchema, {
  titleName: companyName,
  titleUscc: uscc,
  email,
  reason: requiredText('换开原因', 300),
});
const requestId = z.uuid();
export const answerRequestSchema = z.object({
  requestId,
  answer: requiredText('答复', 300),
  /** The notice goes out once more, to the mailbox of the request. */
  again: checkbox,
});
export const declineRequestSchema = z.object({ requestId, answer: requiredText('不能换开的原因', 300) });
export const importIdSchema = z.object({ importId: z.uuid() });

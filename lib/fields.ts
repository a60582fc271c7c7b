import * as z from 'zod/mini';
import { isDay } from './days';
import { formatFen, MOST_FEN, parseYuan } from './money';
import { hasUsccCheck, hasUsccShape, normaliseUscc } from './uscc';

/**
 * The field rules of the whole system, with their words; forms are composed of these. Lengths count code points.
 * Written with zod/mini, as is every schema that a browser loads: classic zod weighs twice as much.
 */

const length = (text: string) => [...text].length;
const tidy = (text: string) => text.normalize('NFKC').trim();

/** A text as it was typed; one that was not sent counts as empty, so that its own message asks for it. */
export function typed() {
  return z._default(z.string('请填写这一项'), '');
}

/** The same, brought into one form by `tidied`. */
export function typedAs(tidied: (text: string) => string) {
  return z.pipe(typed(), z.transform(tidied));
}

/** A trimmed text that must be there and holds at most `max` characters. */
export function requiredText(label: string, max: number) {
  return typedAs((text) => text.trim()).check(
    z.refine((text) => text !== '', { error: `请填写${label}`, abort: true }),
    z.refine((text) => length(text) <= max, `${label}不能超过 ${max} 个字`),
  );
}

export function optionalText(label: string, max: number) {
  return typedAs((text) => text.trim()).check(z.refine((text) => length(text) <= max, `${label}不能超过 ${max} 个字`));
}

/** A count, typed in digits or already a number. */
export function wholeNumber(label: string) {
  return z.pipe(
    z.transform((value) => (typeof value === 'string' && /^\d{1,9}$/.test(tidy(value)) ? Number(tidy(value)) : value)),
    z.number(`请用数字填写${label}`).check(z.int(`请用整数填写${label}`), z.gte(0, `请用数字填写${label}`)),
  );
}

/** A day that must be there. */
export function day(label: string) {
  return typed().check(
    z.refine((text) => text !== '', { error: `请选择${label}`, abort: true }),
    z.refine(isDay, '请按 2026-11-23 的样子填写日期'),
  );
}

const NO_AMOUNT = '请填写金额，例如 3000 或 3000.00';

/** An amount typed in yuan, as it was typed. */
export function yuanText(missing = NO_AMOUNT) {
  return typed().check(
    z.refine((text) => text.trim() !== '', { error: missing, abort: true }),
    z.refine((text) => (parseYuan(text) ?? 0) > 0, { error: NO_AMOUNT, abort: true }),
    z.refine((text) => (parseYuan(text) ?? 0) <= MOST_FEN, `金额不能超过 ${formatFen(MOST_FEN)}`),
  );
}

/** The same in fen. */
export const yuan = z.pipe(
  yuanText(),
  z.transform((text) => parseYuan(text) ?? 0),
);

/** A code from a list; whether the list has it is checked where the list is. */
export function choice(label: string) {
  return z.string(`请选择${label}`).check(z.minLength(1, `请选择${label}`), z.maxLength(40));
}

/** NFKC, one style of brackets, no spaces at the ends. */
function normaliseCompanyName(text: string): string {
  return tidy(text).replace(/\(/g, '（').replace(/\)/g, '）');
}

export const companyName = typedAs(normaliseCompanyName).check(
  z.refine((name) => name !== '', { error: '请填写企业中文全称', abort: true }),
  z.refine((name) => length(name) >= 4, { error: '企业全称至少 4 个字，请按营业执照填写', abort: true }),
  z.refine((name) => length(name) <= 100, { error: '企业全称不能超过 100 个字', abort: true }),
  z.refine((name) => /^[\p{Script=Han}A-Za-z0-9·&\-（）]+$/u.test(name), '企业全称只能有汉字、字母、数字和（）·&-，请按营业执照填写'),
  z.refine((name) => /\p{Script=Han}/u.test(name), '请填写企业的中文全称'),
);

export const uscc = typedAs(normaliseUscc).check(
  z.refine((code) => code !== '', { error: '请填写统一社会信用代码', abort: true }),
  z.refine((code) => code.length === 18, { error: '统一社会信用代码应为 18 位，请按营业执照填写', abort: true }),
  z.refine(hasUsccShape, '统一社会信用代码由数字和大写字母组成（没有 I、O、S、V、Z），请核对'),
);

/** A code whose check character is off is taken only after the person has confirmed it; reviewers see a flag. */
export function refuseUnconfirmedUscc(form: { uscc: string; usccConfirmed: boolean }, context: z.core.$RefinementCtx): void {
  if (!hasUsccShape(form.uscc) || hasUsccCheck(form.uscc) || form.usccConfirmed) return;
  context.addIssue({
    code: 'custom',
    path: ['usccConfirmed'],
    message: '信用代码的校验位不符，请对照营业执照再核对一遍；确认没有错，请勾选“核对无误，继续提交”',
  });
}

/** 会员编号, also of the old system. */
export const memberNumber = typedAs(tidy).check(
  z.refine((number) => /^[\p{Script=Han}A-Za-z0-9-]{1,30}$/u.test(number), '会员编号只能有汉字、字母、数字和 -，最多 30 个字'),
);

/** One kind of middle dot, and no blanks between Chinese characters: two are often padded to the width of three. */
export function normalisePersonName(text: string): string {
  return tidy(text)
    .replace(/[•‧・]/g, '·')
    .replace(/([\p{Script=Han}·])\s+(?=[\p{Script=Han}·])/gu, '$1');
}

export const personName = typedAs(normalisePersonName).check(
  z.refine((name) => name !== '', { error: '请填写姓名', abort: true }),
  z.refine(isPersonName, '请填写真实姓名，例如：张建国'),
);

export function isPersonName(name: string): boolean {
  const chinese = /^\p{Script=Han}+(·\p{Script=Han}+)*$/u.test(name) && length(name) <= 30;
  const latin = /^[A-Za-z][A-Za-z .'-]*$/.test(name) && length(name) <= 50;
  return length(name) >= 2 && (chinese || latin);
}

/** Spaces, hyphens and +86 go. */
export function normaliseMobile(text: string): string {
  return tidy(text)
    .replace(/[\s-]/g, '')
    .replace(/^(\+?86)(?=1\d{10}$)/, '');
}

export const mobile = typedAs(normaliseMobile).check(
  z.refine((phone) => phone !== '', { error: '请填写手机号', abort: true }),
  z.refine((phone) => /^1[3-9]\d{9}$/.test(phone), '请填写 11 位手机号，以 1 开头'),
);

export const postcode = typedAs(tidy).check(
  z.refine((code) => code !== '', { error: '请填写邮编', abort: true }),
  z.refine((code) => /^\d{6}$/.test(code) && code !== '000000', '请填写 6 位数字'),
);

export const email = typedAs((text) => tidy(text).replace(/@.*$/, (domain) => domain.toLowerCase())).check(
  z.refine((address) => address !== '', { error: '请填写电子邮箱', abort: true }),
  z.refine(
    (address) => address.length <= 254 && /^[^\s@<>"',;]+@([a-z0-9-]+\.)+[a-z]{2,}$/.test(address),
    '请填写正确的邮箱，例如：12345678@qq.com',
  ),
);

/** Empty, or as the field wants it. */
export function orEmpty(field: z.ZodMiniType<string>) {
  return z.pipe(
    typed(),
    z.transform((text, context) => {
      if (!text.trim()) return '';
      const parsed = field.safeParse(text);
      if (parsed.success) return parsed.data;
      for (const { message } of parsed.error.issues) context.issues.push({ code: 'custom', message, input: text });
      return z.NEVER;
    }),
  );
}

/** A list of boxes arrives as nothing, one text or several; react-hook-form writes an unticked one as false. */
export function asList(value: unknown): unknown[] {
  return [value].flat().filter((entry) => entry !== undefined && entry !== '' && entry !== false);
}

export const checkbox = z.pipe(
  z.transform((value) => value === true || value === 'true' || value === 'on'),
  z.boolean(),
);

/** zh***@qq.com */
export function maskEmail(address: string): string {
  return address.replace(/^(.{1,2})[^@]*/, '$1***');
}

/** 138****1234 */
export function maskMobile(phone: string): string {
  return phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2');
}

/** 张* */
export function maskName(name: string): string {
  const [first = ''] = name;
  return `${first}*`;
}

import * as z from 'zod';
import { typed } from '../fields';

export const TOTP_DIGITS = 6;
export const RECOVERY_CODE_DIGITS = 12;

/** As people type it: wide digits, spaces and hyphens do not matter. */
const digits = typed().transform((text) => text.normalize('NFKC').replace(/[\s\p{Dash}]/gu, ''));

/** What proves the second factor: the authenticator's code or, when the phone is not at hand, a recovery code. */
export const factorCode = digits.refine(
  (code) => /^\d+$/.test(code) && [TOTP_DIGITS, RECOVERY_CODE_DIGITS].includes(code.length),
  '请填写验证器里的 6 位数字，或者一个 12 位的恢复码',
);

export const proveFactorSchema = z.object({ factorCode, next: z.string().default('') });

export const enrolFactorSchema = z.object({
  factorCode: digits.refine((code) => /^\d{6}$/.test(code), '请填写验证器里显示的 6 位数字'),
  next: z.string().default(''),
});

export const keepCodesSchema = z.object({ next: z.string().default('') });

/** A secret or a code in groups of four, as it is read and typed. */
export function inFours(text: string): string {
  return text.replace(/.{4}(?=.)/g, '$& ');
}

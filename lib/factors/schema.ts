import * as z from 'zod/mini';
import { typedAs } from '../fields';

export const TOTP_DIGITS = 6;
export const RECOVERY_CODE_DIGITS = 12;

/** As people type it: wide digits, spaces and hyphens do not matter. */
const digits = typedAs((text) => text.normalize('NFKC').replace(/[\s\p{Dash}]/gu, ''));

/** What proves the second factor: the authenticator's code or, when the phone is not at hand, a recovery code. */
export const factorCode = digits.check(
  z.refine(
    (code) => /^\d+$/.test(code) && [TOTP_DIGITS, RECOVERY_CODE_DIGITS].includes(code.length),
    '请填写验证器里的 6 位数字，或者一个 12 位的恢复码',
  ),
);

const next = z._default(z.string(), '');

export const proveFactorSchema = z.object({ factorCode, next });

export const enrolFactorSchema = z.object({
  factorCode: digits.check(z.refine((code) => /^\d{6}$/.test(code), '请填写验证器里显示的 6 位数字')),
  next,
});

export const keepCodesSchema = z.object({ next });

/** A secret or a code in groups of four, as it is read and typed. */
export function inFours(text: string): string {
  return text.replace(/.{4}(?=.)/g, '$& ');
}

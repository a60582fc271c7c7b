import * as z from 'zod/mini';
import { checkbox, companyName, mobile, personName, refuseUnconfirmedUscc, typedAs, uscc } from '../fields';
import { humanCheckFields } from '../human-checks/schema';

export const MEMBER_PASSWORD_LENGTH = 10;
export const STAFF_PASSWORD_LENGTH = 14;

export const smsCode = typedAs((text) => text.normalize('NFKC').replace(/\s/g, '')).check(
  z.refine((code) => /^\d{6}$/.test(code), '请填写短信中的 6 位数字'),
);

export const newPassword = z
  .string('请设置密码')
  .check(
    z.minLength(1, '请设置密码'),
    z.minLength(MEMBER_PASSWORD_LENGTH, `密码至少 ${MEMBER_PASSWORD_LENGTH} 个字符，可以是一句好记的话`),
    z.maxLength(200, '密码不能超过 200 个字符'),
  );
const passwordAgain = z.string('请再次填写密码').check(z.minLength(1, '请再次填写密码'));

export const sendCodeSchema = z.object({ phone: mobile, ...humanCheckFields });

export const registerSchema = z
  .object({
    companyName,
    uscc,
    usccConfirmed: checkbox,
    name: personName,
    phone: mobile,
    flow: z._default(z.string(), ''),
    code: smsCode,
    password: newPassword,
    passwordAgain,
    privacy: checkbox.check(z.refine((agreed) => agreed, '请阅读并同意隐私政策')),
  })
  .check(
    z.superRefine((form, context) => {
      refuseUnconfirmedUscc(form, context);
      refuseWeakPassword(form, [form.companyName, form.phone, form.name, form.uscc], context);
    }),
  );

export const resetPasswordSchema = z
  .object({ phone: mobile, flow: z._default(z.string(), ''), code: smsCode, password: newPassword, passwordAgain })
  .check(z.superRefine((form, context) => refuseWeakPassword(form, [form.phone], context)));

export const changePasswordSchema = z
  .object({
    currentPassword: z.string('请填写当前密码').check(z.minLength(1, '请填写当前密码'), z.maxLength(200, '密码不能超过 200 个字符')),
    password: newPassword,
    passwordAgain,
  })
  .check(
    z.superRefine((form, context) => {
      refuseWeakPassword(form, [], context);
      if (form.password !== form.currentPassword) return;
      context.addIssue({ code: 'custom', path: ['password'], message: '新密码与当前密码相同，请换一个' });
    }),
  );

export const endSessionSchema = z.object({ sessionId: z.uuid() });

export const signInSchema = z.object({
  phone: mobile,
  password: z.string('请填写密码').check(z.minLength(1, '请填写密码'), z.maxLength(200, '密码不能超过 200 个字符')),
  next: z._default(z.string(), ''),
});

export const GUESSABLE = '这个密码太容易被猜到，请换一个不含企业名称、手机号的密码';

type NewPassword = { password: string; passwordAgain: string };

function refuseWeakPassword(form: NewPassword, known: readonly string[], context: z.core.$RefinementCtx): void {
  const refuse = (field: keyof NewPassword, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (form.password !== form.passwordAgain) refuse('passwordAgain', '两次填写的密码不一致');
  if (isGuessable(form.password, known)) refuse('password', GUESSABLE);
}

const COMMON = [
  '1234567890',
  '0123456789',
  '0987654321',
  'qwertyuiop',
  'password12',
  'passw0rd',
  'administrator',
  '1q2w3e4r5t',
  'abcd123456',
  'a123456789',
  '123456789a',
  'woaini1314',
  '5201314520',
];

/** True for passwords that anybody would try first: common ones, one repeated character, or what the form itself says. */
export function isGuessable(password: string, known: readonly string[]): boolean {
  const plain = password.toLowerCase().replace(/\s/g, '');
  if (COMMON.some((common) => plain.startsWith(common)) || /^(.)\1*$/.test(plain)) return true;
  return known.some((text) => text.length >= 4 && plain.includes(text.toLowerCase()) && plain.length - text.length < 6);
}

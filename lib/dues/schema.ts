import * as z from 'zod/mini';
import { isDay, perDay } from '../days';
import {
  checkbox,
  companyName,
  email,
  isPersonName,
  mobile,
  normalisePersonName,
  optionalText,
  requiredText,
  typed,
  typedAs,
  uscc,
  yuanText,
} from '../fields';
import { Level } from '../generated/prisma/enums';

const COMPANY_WORDS = /公司|集团|协会|有限|工程局|[^·]{3,}(厂|院|中心|企业)$/;

/**
 * 填写汇款信息 (product 6, manual 三(四)). `today` is Beijing's date: a transfer cannot lie in the future.
 * Voucher or serial: the voucher is a file, so the rule that one of them must be there stands in journey.ts.
 */
export const filingSchemaFor = perDay((today) =>
  z.object({
    titleName: companyName,
    titleUscc: uscc,
    person: typedAs(normalisePersonName).check(
      z.refine((name) => name !== '', { error: '请填写交费人', abort: true }),
      z.refine((name) => !COMPANY_WORDS.test(name), { error: '请填写经办人的姓名，不要填写单位名称', abort: true }),
      z.refine(isPersonName, '请填写经办人的真实姓名'),
    ),
    mobile,
    email,
    payer: requiredText('汇款账户户名', 100),
    payerBank: optionalText('汇款开户行', 100),
    payerAccount: z._default(
      typedAs((text) => text.replace(/[\s-]/g, '')).check(
        z.refine((number) => number === '' || /^\d{6,32}$/.test(number), '账号应为 6–32 位数字，可以不填'),
      ),
      '',
    ),
    paidOn: typed().check(
      z.refine((day) => day !== '', { error: '请选择汇款日期', abort: true }),
      z.refine(isDay, { error: '请按 2026-11-23 的样子填写日期', abort: true }),
      z.refine((day) => day <= today, { error: '汇款日期不能晚于今天', abort: true }),
      z.refine((day) => day >= '2000-01-01', '请核对汇款日期的年份'),
    ),
    amount: yuanText('请填写汇款金额'),
    serial: z._default(
      typedAs((text) => text.normalize('NFKC').replace(/\s/g, '')).check(
        z.refine((serial) => serial === '' || /^[A-Za-z0-9-]{4,40}$/.test(serial), '流水号应为 4–40 位数字或字母，请照回单填写'),
      ),
      '',
    ),
    note: optionalText('备注', 200),
  }),
);

export type FilingAnswers = z.infer<ReturnType<typeof filingSchemaFor>>;

/** The same for a member: the level whose amount it pays, and other open years in the same transfer. */
export const memberFilingSchemaFor = perDay((today) =>
  z.extend(filingSchemaFor(today), {
    level: z.enum(Level, '请选择交费标准'),
    otherYears: z.pipe(
      z.transform((value: unknown) => [value].flat().filter((entry) => entry && entry !== 'false')),
      z.array(z.string().check(z.regex(/^\d{4}$/))).check(z.maxLength(50)),
    ),
    /** The serial number was used before, and the payer says that it is right. */
    serialConfirmed: checkbox,
  }),
);

export type MemberFilingAnswers = z.infer<ReturnType<typeof memberFilingSchemaFor>>;

/** Chinese years that a charge can be of, from an address or a form. */
export const duesYear = z.coerce.number().check(z.int(), z.gte(1987), z.lte(2200));

/** Receipts come by e-mail from the ministry's server, which company mail servers often refuse (manual 一(七)2). */
export function isCompanyMailbox(address: string): boolean {
  const domain = address.split('@')[1]?.toLowerCase() ?? '';
  return domain !== '' && !PERSONAL_DOMAINS.includes(domain);
}

const PERSONAL_DOMAINS = [
  'qq.com',
  'vip.qq.com',
  'foxmail.com',
  '163.com',
  '126.com',
  'yeah.net',
  'sina.com',
  'sina.cn',
  'sohu.com',
  '139.com',
  '189.cn',
  'wo.cn',
  'aliyun.com',
  'outlook.com',
  'hotmail.com',
  'gmail.com',
  'icloud.com',
];

export const returnFilingSchema = z.object({ filingId: z.uuid(), reason: requiredText('退回原因', 300) });
export const filingIdSchema = z.object({ filingId: z.uuid() });

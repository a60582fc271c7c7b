import * as z from 'zod';
import { isDay } from '../days';
import { email, optionalText, requiredText, typed } from '../fields';

/** Every setting: its shape and what holds until somebody changes it. */
export const settingSchemas = {
  /** Where members transfer their dues. Empty until an administrator fills it in. */
  paymentAccount: z.object({
    accountName: requiredText('户名', 100),
    bank: requiredText('开户行', 100),
    accountNumber: typed()
      .transform((text) => text.replace(/[\s-]/g, ''))
      .refine((number) => /^\d{6,32}$/.test(number), '账号应为 6–32 位数字'),
    bankCode: typed()
      .transform((text) => text.trim())
      .refine((code) => code === '' || /^\d{12}$/.test(code), '联行号应为 12 位数字，没有可不填')
      .default(''),
  }),
  dues: z.object({
    /** 会费 is due on this day of its year, MM-DD. */
    dueOn: z
      .string('请填写到期日')
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: '请按 06-30 的样子填写', abort: true })
      .refine((day) => isDay(`2026-${day}`), '这一天不存在，请核对'), // 2026 is no leap year: the day has to come every year
    /** A charge raised after that day is due so many days later. */
    graceDays: z.coerce.number('请填写天数').int('请填写整数').min(0).max(366, '不能超过 366 天'),
    /** The manual's practice: the remittance is filed before the review. */
    collectBeforeApproval: z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean()),
  }),
  contacts: z.object({
    people: z
      .array(z.object({ name: requiredText('姓名', 30), phone: requiredText('电话', 30), qq: optionalText('QQ', 20) }))
      .min(1, '至少保留一位联系人'),
    address: optionalText('地址', 100),
    email: z.union([z.literal(''), email]),
  }),
  site: z.object({ icp: optionalText('ICP 备案号', 60), policeRecord: optionalText('公安备案号', 60) }),
  sms: z.object({ dailyBudget: z.coerce.number('请填写条数').int('请填写整数').min(1, '至少 1 条').max(1_000_000) }),
} as const;

export type SettingKey = keyof typeof settingSchemas;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingSchemas)[K]>;

export const settingDefaults: { [K in SettingKey]: SettingValue<K> | null } = {
  paymentAccount: null,
  dues: { dueOn: '06-30', graceDays: 30, collectBeforeApproval: true },
  contacts: {
    people: [
      { name: '饶平江', phone: '010-63253429', qq: '3421667238' },
      { name: '王平', phone: '010-63253451', qq: '1360514169' },
    ],
    address: '',
    email: '',
  },
  site: { icp: '', policeRecord: '' },
  sms: { dailyBudget: 5000 },
};

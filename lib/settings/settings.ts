import * as z from 'zod';
import { isDay } from '../days';
import { checkbox, email, optionalText, requiredText, typed, wholeNumber } from '../fields';
import { exportContents, YEARS_MARK } from '../receipts/export-columns';

/** A day of every year is a day of one without 29 February. */
const COMMON_YEAR = 2027;

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
      .regex(/^\d{2}-\d{2}$/, { error: '请按 06-30 的样子填写', abort: true })
      .refine((day) => isDay(`${COMMON_YEAR}-${day}`), '没有这一天，请核对月和日'),
    /** A charge raised after that day is due so many days later. */
    graceDays: wholeNumber('天数').refine((days) => days <= 366, '不能超过 366 天'),
    /** The manual's practice: the remittance is filed before the review. */
    collectBeforeApproval: checkbox,
  }),
  refunds: z.object({
    /** In yuan: what finance may give back without a second person. */
    aloneUpTo: wholeNumber('金额').refine((yuan) => yuan <= 1_000_000, '不能超过 1000000 元'),
  }),
  /** How receipts are called on the platform that issues them, and the columns that it reads. */
  receipts: z.object({
    item: requiredText('项目', 60).refine((text) => text.includes(YEARS_MARK), `请在交费年度的位置写 ${YEARS_MARK}`),
    columns: z
      .array(
        z
          .object({
            heading: requiredText('列标题', 40),
            content: z.enum(exportContents, '请选择这一列填什么'),
            /** What a column of 固定内容 says in every row. */
            fixed: optionalText('固定内容', 60),
          })
          .transform(({ fixed, ...column }) => ({ ...column, fixed: column.content === 'fixed' ? fixed : '' })),
      )
      .min(1, '至少保留一列')
      .max(40, '最多 40 列')
      .refine((columns) => new Set(columns.map(({ heading }) => heading)).size === columns.length, '两列的标题相同，请改正'),
  }),
  joining: z.object({
    /** 初审 and then approval by a meeting, many at once. */
    twoStages: checkbox,
  }),
  contacts: z.object({
    people: z
      .array(z.object({ name: requiredText('姓名', 30), phone: requiredText('电话', 30), qq: optionalText('QQ', 20) }))
      .min(1, '至少保留一位联系人'),
    address: optionalText('地址', 100),
    email: z.union([z.literal(''), email]),
  }),
  site: z.object({ icp: optionalText('ICP 备案号', 60), policeRecord: optionalText('公安备案号', 60) }),
  sms: z.object({
    dailyBudget: wholeNumber('条数')
      .refine((count) => count >= 1, '至少 1 条')
      .refine((count) => count <= 1_000_000, '不能超过 1000000 条'),
  }),
} as const;

export type SettingKey = keyof typeof settingSchemas;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingSchemas)[K]>;

export const settingDefaults: { [K in SettingKey]: SettingValue<K> | null } = {
  paymentAccount: null,
  dues: { dueOn: '06-30', graceDays: 30, collectBeforeApproval: true },
  refunds: { aloneUpTo: 3000 },
  receipts: {
    item: `${YEARS_MARK} 年度会费`,
    columns: [
      { heading: '业务编号', content: 'reference', fixed: '' },
      { heading: '交款人类型', content: 'fixed', fixed: '单位' },
      { heading: '交款人', content: 'titleName', fixed: '' },
      { heading: '交款人统一社会信用代码', content: 'titleUscc', fixed: '' },
      { heading: '项目名称', content: 'item', fixed: '' },
      { heading: '数量', content: 'fixed', fixed: '1' },
      { heading: '金额', content: 'amount', fixed: '' },
      { heading: '电子邮箱', content: 'email', fixed: '' },
      { heading: '手机号', content: 'mobile', fixed: '' },
      { heading: '交费年度', content: 'years', fixed: '' },
    ],
  },
  joining: { twoStages: false },
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

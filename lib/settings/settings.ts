import * as z from 'zod/mini';
import { isDay } from '../days';
import { checkbox, email, optionalText, orEmpty, requiredText, typed, typedAs, wholeNumber } from '../fields';
import { exportContents, YEARS_MARK } from '../receipts/export-columns';

/** A day of every year is a day of one without 29 February. */
const COMMON_YEAR = 2027;

const MOST_STAGES = 6;

/** Counts of days in one line: 30、7. Kept with commas, the smallest first. */
function dayList(label: string) {
  const counts = z.transform((text: string) =>
    text
      .normalize('NFKC')
      .split(/[^\d]+/)
      .filter(Boolean)
      .map(Number),
  );
  return z.pipe(
    z.pipe(typed(), counts).check(
      z.refine((days) => days.every((count) => count >= 1 && count <= 366), { error: `${label}请填写 1–366 的天数`, abort: true }),
      z.refine((days) => days.length <= MOST_STAGES, `${label}最多 ${MOST_STAGES} 次`),
    ),
    z.transform((days) => [...new Set(days)].toSorted((one, other) => one - other).join('、')),
  );
}

const hour = (label: string) =>
  wholeNumber(label).check(z.refine((value) => value >= 7 && value <= 21, '只能在 7 点到 21 点之间，不在夜间发送'));

/** Every setting: its shape and what holds until somebody changes it. */
export const settingSchemas = {
  /** Where members transfer their dues. Empty until an administrator fills it in. */
  paymentAccount: z.object({
    accountName: requiredText('户名', 100),
    bank: requiredText('开户行', 100),
    accountNumber: typedAs((text) => text.replace(/[\s-]/g, '')).check(
      z.refine((number) => /^\d{6,32}$/.test(number), '账号应为 6–32 位数字'),
    ),
    bankCode: z._default(
      typedAs((text) => text.trim()).check(z.refine((code) => code === '' || /^\d{12}$/.test(code), '联行号应为 12 位数字，没有可不填')),
      '',
    ),
  }),
  dues: z.object({
    /** 会费 is due on this day of its year, MM-DD. */
    dueOn: z.string('请填写到期日').check(
      z.regex(/^\d{2}-\d{2}$/, { error: '请按 06-30 的样子填写', abort: true }),
      z.refine((day) => isDay(`${COMMON_YEAR}-${day}`), '没有这一天，请核对月和日'),
    ),
    /** A charge raised after that day is due so many days later. */
    graceDays: wholeNumber('天数').check(z.refine((days) => days <= 366, '不能超过 366 天')),
    /** The manual's practice: the remittance is filed before the review. */
    collectBeforeApproval: checkbox,
  }),
  /** 催交: at which days before and after a charge's due date, and between which hours. */
  reminders: z
    .object({
      before: dayList('到期前'),
      onDay: checkbox,
      after: dayList('到期后'),
      fromHour: hour('开始时间'),
      untilHour: hour('结束时间'),
    })
    .check(z.refine(({ fromHour, untilHour }) => fromHour < untilHour, { path: ['untilHour'], error: '结束时间应晚于开始时间' })),
  /** Until finance has looked at whom they would reach, reminders do not go out by themselves. */
  remindersPaused: z.object({ paused: checkbox }),
  /** Years that the published calendar does not know and whose holidays staff have entered, all of them. */
  calendar: z.object({ years: z.array(z.int()) }),
  secondPerson: z.object({
    /** In yuan: what finance may give back or let go (退费、免交、取消应交) without a second person. */
    aloneUpTo: wholeNumber('金额').check(z.refine((yuan) => yuan <= 1_000_000, '不能超过 1000000 元')),
  }),
  /** How receipts are called on the platform that issues them, and the columns that it reads. */
  receipts: z.object({
    item: requiredText('项目', 60).check(z.refine((text) => text.includes(YEARS_MARK), `请在交费年度的位置写 ${YEARS_MARK}`)),
    columns: z
      .array(
        z.pipe(
          z.object({
            heading: requiredText('列标题', 40),
            content: z.enum(exportContents, '请选择这一列填什么'),
            /** What a column of 固定内容 says in every row. */
            fixed: optionalText('固定内容', 60),
          }),
          z.transform(({ fixed, ...column }) => ({ ...column, fixed: column.content === 'fixed' ? fixed : '' })),
        ),
      )
      .check(
        z.minLength(1, '至少保留一列'),
        z.maxLength(40, '最多 40 列'),
        z.refine((columns) => new Set(columns.map(({ heading }) => heading)).size === columns.length, '两列的标题相同，请改正'),
      ),
  }),
  joining: z.object({
    /** 初审 and then approval by a meeting, many at once. */
    twoStages: checkbox,
  }),
  contacts: z.object({
    people: z
      .array(z.object({ name: requiredText('姓名', 30), phone: requiredText('电话', 30), qq: optionalText('QQ', 20) }))
      .check(z.minLength(1, '至少保留一位联系人')),
    address: optionalText('地址', 100),
    email: orEmpty(email),
  }),
  site: z.object({ icp: optionalText('ICP 备案号', 60), policeRecord: optionalText('公安备案号', 60) }),
  sms: z.object({
    dailyBudget: wholeNumber('条数').check(
      z.refine((count) => count >= 1, '至少 1 条'),
      z.refine((count) => count <= 1_000_000, '不能超过 1000000 条'),
    ),
  }),
} as const;

/** Who may change a setting, where it is not the administrator. */
export const settingPermissions: Partial<Record<SettingKey, 'reminder.change'>> = {
  reminders: 'reminder.change',
  remindersPaused: 'reminder.change',
};

export type SettingKey = keyof typeof settingSchemas;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingSchemas)[K]>;

export const settingDefaults: { [K in SettingKey]: SettingValue<K> | null } = {
  paymentAccount: null,
  dues: { dueOn: '06-30', graceDays: 30, collectBeforeApproval: true },
  reminders: { before: '7、30', onDay: true, after: '15、60', fromHour: 9, untilHour: 18 },
  remindersPaused: { paused: true },
  calendar: { years: [] },
  secondPerson: { aloneUpTo: 3000 },
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

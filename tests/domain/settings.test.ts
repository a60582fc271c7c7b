import { db } from '../../lib/db';
import { changeSetting } from '../../lib/settings/change-setting';
import { findSetting, forgetSettings, getSetting } from '../../lib/settings/get-setting';
import { settingDefaults, settingSchemas } from '../../lib/settings/settings';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

afterEach(async () => {
  await db().setting.deleteMany();
  forgetSettings();
});

const DUES = { dueOn: '03-31', graceDays: 10, collectBeforeApproval: false };
const account = { accountName: '中国施工企业管理协会', bank: '工商银行北京分行', accountNumber: '0200 0000-0000 0001', bankCode: '' };

describe('a setting', () => {
  it('holds its default until somebody sets it', async () => {
    expect(await getSetting('dues')).toEqual({ dueOn: '06-30', graceDays: 30, collectBeforeApproval: true });
    expect((await getSetting('contacts')).people.length).toBeGreaterThan(0);
    expect(await db().setting.count()).toBe(0);
  });

  it('without a default is missing until it is set: no money is asked for to an invented account', async () => {
    expect(await findSetting('paymentAccount')).toBeNull();
    await expect(getSetting('paymentAccount')).rejects.toMatchObject({ code: 'notFound' });
    await changeSetting(await staffWith('admin'), 'paymentAccount', settingSchemas.paymentAccount.parse(account));
    expect(await getSetting('paymentAccount')).toEqual({ ...account, accountNumber: '0200000000000001' });
  });

  it('counts its versions, and is in force at once where it was changed', async () => {
    const admin = await staffWith('admin');
    await getSetting('dues');
    await changeSetting(admin, 'dues', DUES);
    expect(await getSetting('dues')).toEqual(DUES);
    await changeSetting(admin, 'dues', { ...DUES, graceDays: 11 });
    expect(await db().setting.findUnique({ where: { key: 'dues' } })).toMatchObject({ version: 2, value: { ...DUES, graceDays: 11 } });
  });

  it('is audited with the value before and after', async () => {
    const admin = await staffWith('admin');
    await changeSetting(admin, 'site', { icp: '京ICP备1号', policeRecord: '' });
    await changeSetting(admin, 'site', { icp: '京ICP备2号', policeRecord: '' });
    expect(await auditOf('setting', 'site')).toEqual(['setting.change', 'setting.change']);
    const events = await db().auditEvent.findMany({
      where: { record: 'setting', recordId: 'site' },
      include: { payload: true },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ actorId, payload }) => ({ actorId, data: payload?.data }))).toEqual([
      { actorId: admin.id, data: { before: null, after: { icp: '京ICP备1号', policeRecord: '' } } },
      { actorId: admin.id, data: { before: { icp: '京ICP备1号', policeRecord: '' }, after: { icp: '京ICP备2号', policeRecord: '' } } },
    ]);
  });

  it("is the administrator's: for everybody else there is nothing to change", async () => {
    for (const actor of [await anApplicant(), await staffWith('reviewer', 'finance', 'overseer')])
      await expect(changeSetting(actor, 'dues', DUES)).rejects.toMatchObject({ code: 'notFound' });
    expect(await db().setting.count()).toBe(0);
  });

  it('that does not fit its shape any more is an error, not a silent default', async () => {
    await db().setting.create({ data: { key: 'dues', value: { dueOn: 'in summer' } } });
    await expect(getSetting('dues')).rejects.toThrow();
  });
});

describe('what a setting may be', () => {
  it.each(['paymentAccount', 'dues', 'contacts', 'site', 'sms'] as const)('has a default that fits its own shape, or none: %s', (key) => {
    const value: unknown = settingDefaults[key];
    expect(value === null || settingSchemas[key].safeParse(value).success).toBe(true);
  });

  it.each([
    ['a due date that is none', settingSchemas.dues, { ...DUES, dueOn: '13-01' }, '没有这一天，请核对月和日'],
    ['a due date in words', settingSchemas.dues, { ...DUES, dueOn: '6月30日' }, '请按 06-30 的样子填写'],
    ['a due date that no month has', settingSchemas.dues, { ...DUES, dueOn: '02-30' }, '没有这一天，请核对月和日'],
    ['a due date that only leap years have', settingSchemas.dues, { ...DUES, dueOn: '02-29' }, '没有这一天，请核对月和日'],
    ['days of grace of more than a year', settingSchemas.dues, { ...DUES, graceDays: 367 }, '不能超过 366 天'],
    ['half a day', settingSchemas.dues, { ...DUES, graceDays: 1.5 }, '请用整数填写天数'],
    ['a budget of no SMS at all', settingSchemas.sms, { dailyBudget: 0 }, '至少 1 条'],
    ['an account number with letters', settingSchemas.paymentAccount, { ...account, accountNumber: '02OO' }, '账号应为 6–32 位数字'],
    ['no bank', settingSchemas.paymentAccount, { ...account, bank: ' ' }, '请填写开户行'],
    ['a short 联行号', settingSchemas.paymentAccount, { ...account, bankCode: '123' }, '联行号应为 12 位数字，没有可不填'],
    ['nobody to call', settingSchemas.contacts, { people: [], address: '', email: '' }, '至少保留一位联系人'],
    [
      'half a mailbox',
      settingSchemas.contacts,
      { ...settingDefaults.contacts, email: 'huiyuan@' },
      '请填写正确的邮箱，例如：12345678@qq.com',
    ],
  ])('is not %s', (_, schema, value, message) => {
    expect(schema.safeParse(value).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it('has no mailbox where only a space was typed', () => {
    expect(settingSchemas.contacts.parse({ ...settingDefaults.contacts, email: ' ' }).email).toBe('');
  });
});

import fc from 'fast-check';
import { shiftClock } from '../../lib/clock';
import { addDays, type Day, toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { recordUnfiledPayment } from '../../lib/dues/record-unfiled';
import { handleSendReminders } from '../../lib/jobs/handlers/send-reminders';
import { crontab } from '../../lib/jobs/registry';
import { runDueJobs } from '../../lib/jobs/worker';
import { sendMessage } from '../../lib/messages/send-message';
import { previewReminders } from '../../lib/reminders/queries';
import { sendRemindersNow } from '../../lib/reminders/send-reminders';
import { nextStageOn, stageDue, stagesOf } from '../../lib/reminders/stages';
import { changeSetting } from '../../lib/settings/change-setting';
import { settingSchemas } from '../../lib/settings/settings';
import { withDatabase } from '../support/database';
import { aPlainMember, files, owes, type PlainMember } from '../support/debtors';
import { staffWith } from '../support/people';
import { jobsFor } from '../support/trail';

withDatabase();

const LONG = process.env.LONG === '1';

jest.setTimeout(LONG ? 3_600_000 : 120_000);

const DUE = '2026-06-30';
const at = (day: Day, hour = 10) => shiftClock(new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`).getTime() - Date.now());
const tick = () => handleSendReminders({}, { attempts: 1, max_attempts: 12 });
const schedule = { before: '7、30', onDay: true, after: '15、60', fromHour: 9, untilHour: 18 };
const pause = async (paused: boolean) => changeSetting(await staffWith('finance'), 'remindersPaused', { paused });
const pay = async (chargeId: string, amountFen = 300_000) =>
  recordUnfiledPayment(await staffWith('finance'), {
    ...{ chargeId, amountFen, paidOn: '2026-06-01', payer: '单位', serial: `S${chargeId}`, note: '', key: chargeId },
  });
const setState = ({ memberId }: PlainMember, state: 'active' | 'suspended' | 'withdrawn' | 'expelled') =>
  db().member.update({ where: { id: memberId }, data: { state } });

const sentTo = ({ companyId }: PlainMember) =>
  db().message.findMany({ where: { reminder: { companyId } }, orderBy: [{ createdAt: 'asc' }, { channel: 'asc' }] });
const stagesSentTo = async ({ companyId }: PlainMember) =>
  (await db().reminder.findMany({ where: { companyId, void: false }, orderBy: { createdAt: 'asc' } })).map(({ stage }) => stage);

beforeEach(async () => {
  await db().limit.deleteMany();
  // Everybody of the tests before is out of the way.
  await db().member.updateMany({ data: { state: 'withdrawn' } });
  await pause(false);
});

describe('the schedule', () => {
  it('is typed as days, and never leads into the night', () => {
    expect(
      settingSchemas.reminders.parse({ before: '7, 30 7', onDay: 'true', after: ' 15天 60天', fromHour: '9', untilHour: '18' }),
    ).toEqual(schedule);
    expect(stagesOf(schedule)).toEqual([-30, -7, 0, 15, 60]);
    for (const wrong of [{ before: '400' }, { fromHour: 18 }, { untilHour: 23 }, { after: '1 2 3 4 5 6 7' }]) {
      expect(settingSchemas.reminders.safeParse({ ...schedule, ...wrong }).success).toBe(false);
    }
  });

  it.each([
    ['2026-05-30', [], null, '2026-05-31'],
    ['2026-05-31', [], -30, '2026-06-23'],
    ['2026-06-23', [-30], -7, '2026-06-30'],
    ['2026-06-25', [-30, -7], null, '2026-06-30'],
    ['2026-06-30', [-30, -7], 0, '2026-07-15'],
    ['2026-08-01', [-30], 15, '2026-08-29'], // the server was off since June: the latest, and no other
    ['2026-08-29', [-30, -7, 0, 15], 60, null],
    ['2027-03-01', [60], null, null],
    ['2026-07-20', [30], null, '2026-08-29'], // of an earlier schedule, which was later than the stage of today
  ] as const)('on %s, with %j sent, asks for %s and then on %s', (day, sent, stage, next) => {
    const charge = { dueOn: DUE, sent };
    expect(stageDue(charge, stagesOf(schedule), day)).toBe(stage);
    expect(nextStageOn(charge, stagesOf(schedule), day)).toBe(next);
  });

  it('is worked off every hour', () => {
    expect(crontab).toMatch(/^20 \* \* \* \* sendReminders/m);
  });
});

describe('a member that owes', () => {
  it('gets one SMS and one e-mail at each stage, in words that fit the day', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const days = [
      '2026-05-30',
      '2026-05-31',
      '2026-06-01',
      '2026-06-23',
      '2026-06-30',
      '2026-07-14',
      '2026-07-15',
      '2026-08-29',
      '2026-12-01',
    ];
    for (const day of days) {
      at(day);
      await tick();
      await tick();
    }
    expect(await stagesSentTo(member)).toEqual([-30, -7, 0, 15, 60]);
    const messages = await sentTo(member);
    expect(messages).toHaveLength(10);
    expect(messages[0]).toMatchObject({
      template: 'duesReminder',
      parameters: { company: member.name, years: '2026', amount: '3,000.00', due: '2026年6月30日' },
    });
    expect(new Set(messages.map(({ phone, email }) => phone ?? email))).toEqual(new Set([member.phone, 'zhang@qq.com']));
    expect(messages.map(({ template }) => template)).toEqual([...Array(6).fill('duesReminder'), ...Array(4).fill('duesOverdue')]);
    expect(await jobsFor(messages.map(({ id }) => id))).toHaveLength(10);
  });

  it('hears of all its years in one message, and of the old ones no more at each tick', async () => {
    const member = await aPlainMember();
    for (const year of [2024, 2025, 2026]) await owes(member, year);
    at('2026-06-23');
    await tick();
    at('2026-06-24');
    await tick();
    const messages = await sentTo(member);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatchObject({
      template: 'duesOverdue',
      parameters: { years: '2024、2025、2026', amount: '9,000.00', due: '2024年6月30日' },
    });
    expect(
      await db().reminderCharge.findMany({ where: { charge: { companyId: member.companyId } }, orderBy: { charge: { year: 'asc' } } }),
    ).toEqual([60, 60, -7].map((stage) => expect.objectContaining({ stage, openFen: 300_000 })));
  });

  it('that was paid in part hears of the rest', async () => {
    const member = await aPlainMember();
    await pay(await owes(member, 2026), 100_000);
    at('2026-07-15');
    await tick();
    expect((await sentTo(member))[0]?.parameters).toMatchObject({ amount: '2,000.00' });
  });

  it('is written to once also by two servers at the same moment, and by a hand beside them', async () => {
    const members = await Promise.all(Array.from({ length: 5 }, () => aPlainMember()));
    for (const member of members) await owes(member, 2026);
    at('2026-07-15');
    const now = async () => sendRemindersNow(await staffWith('finance'), { stage: 15, on: '2026-07-15' });
    await Promise.allSettled([tick(), tick(), now(), tick()]);
    for (const member of members) expect(await sentTo(member)).toHaveLength(2);
  });

  it('is not written to at night, nor while reminders are paused, and then only of the latest stage', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    for (const hour of [0, 8, 18, 23]) {
      at('2026-06-23', hour);
      await tick();
    }
    await pause(true);
    at('2026-06-30');
    await tick();
    expect(await sentTo(member)).toEqual([]);
    const finance = await staffWith('finance');
    at('2026-07-20', 20);
    await expect(sendRemindersNow(finance, { stage: 15, on: '2026-07-20' })).rejects.toMatchObject({ code: 'invalid' });
    at('2026-07-20', 17);
    await pause(false);
    await tick();
    expect(await stagesSentTo(member)).toEqual([15]);
  });

  it('is sent a stage ahead of its day when finance says so, and then not again', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    at('2026-05-20');
    const finance = await staffWith('finance');
    await expect(sendRemindersNow(await staffWith('overseer'), { stage: -30, on: '2026-05-31' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await sendRemindersNow(finance, { stage: -30, on: '2026-05-31' })).toBe(1);
    await expect(sendRemindersNow(finance, { stage: -30, on: '2026-05-31' })).rejects.toMatchObject({ code: 'invalid' });
    at('2026-05-31');
    await tick();
    expect(await stagesSentTo(member)).toEqual([-30]);
    expect(await db().reminder.findFirst({ where: { companyId: member.companyId } })).toMatchObject({ senderName: finance.name });
  });

  it('is found by its name in the preview, whichever group it stands in', async () => {
    const [old, recent] = [await aPlainMember(), await aPlainMember()];
    await owes(old, 2024);
    await owes(recent, 2026);
    await at('2026-06-30');
    const finance = await staffWith('finance');
    const previewOf = async (search: string, asked = { stage: 0, on: '' }) =>
      (await previewReminders(finance, { ...asked, search, page: 1 })).chosen?.rows.map(({ name }) => name);
    const groups = (await previewReminders(finance, { stage: 0, on: '', search: '', page: 1 })).groups;
    expect(groups.map(({ stage, count }) => [stage, count])).toEqual(
      expect.arrayContaining([
        [0, 1],
        [60, 1],
      ]),
    );
    for (const member of [old, recent]) {
      expect(await previewOf(member.name)).toEqual([member.name]);
      for (const { stage, on } of groups) expect(await previewOf(member.name, { stage, on })).toEqual([member.name]);
    }
    expect(await previewOf('没有这家单位')).toEqual([]);
  });

  it('gets no more than the day’s SMS allow: the rest goes out the next day', async () => {
    const members = await Promise.all(Array.from({ length: 3 }, () => aPlainMember()));
    for (const member of members) await owes(member, 2026);
    await changeSetting(await staffWith('admin'), 'sms', { dailyBudget: 4 });
    at('2026-07-15');
    await tick();
    const reached = async () => (await Promise.all(members.map(sentTo))).filter((messages) => messages.length).length;
    expect(await reached()).toBe(2);
    at('2026-07-17');
    await tick();
    expect(await reached()).toBe(3);
    await changeSetting(await staffWith('admin'), 'sms', { dailyBudget: 5000 });
  });
});

describe('nobody is reminded', () => {
  const quiet: [string, (member: PlainMember, chargeId: string) => Promise<unknown>][] = [
    ['who has paid', (_, chargeId) => pay(chargeId)],
    ['who has filed and waits for us', (member) => files(member, 2026, { paidOn: '2026-05-02' })],
    ['who is free of it', (_, id) => db().charge.update({ where: { id }, data: { state: 'waived', reason: '困难' } })],
    ['who left', (member) => setState(member, 'withdrawn')],
    ['who was expelled', (member) => setState(member, 'expelled')],
    ['who is suspended', (member) => setState(member, 'suspended')],
    ['of whom nobody is liaison', ({ companyId }) => db().liaison.updateMany({ where: { companyId }, data: { to: new Date() } })],
  ];

  it.each(quiet)('%s', async (_, make) => {
    const member = await aPlainMember();
    at('2026-05-02');
    await make(member, await owes(member, 2026));
    for (const day of ['2026-05-31', '2026-06-30', '2026-08-29']) {
      at(day);
      await tick();
    }
    expect(await sentTo(member)).toEqual([]);
  });

  it.each(quiet.slice(0, 6))('%s after the message was queued and before it went out', async (_, make) => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    at('2026-05-31');
    await tick();
    await make(member, chargeId);
    for (const { id } of await sentTo(member)) await sendMessage(id, { isLastTry: false });
    expect((await sentTo(member)).map(({ state }) => state)).toEqual(['dropped', 'dropped']);
  });

  it('by a message that waited until the night; it goes out anew the next day', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    at('2026-05-31', 17);
    await tick();
    at('2026-05-31', 19);
    for (const { id } of await sentTo(member)) await sendMessage(id, { isLastTry: false });
    expect((await sentTo(member)).map(({ state }) => state)).toEqual(['dropped', 'dropped']);
    at('2026-06-01');
    await tick();
    await runDueJobs();
    expect((await sentTo(member)).map(({ state }) => state).toSorted()).toEqual(['dropped', 'dropped', 'sent', 'sent']);
    expect(await stagesSentTo(member)).toEqual([-30]);
  });
});

type Move = { kind: 'wait'; days: number } | { kind: 'tick' | 'now' | 'pay' | 'file' | 'confirm' | 'end' | 'back'; who: number };

const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 7, 15, 23, 70) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('tick' as const), who: fc.constant(0) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('now' as const, 'pay', 'file', 'confirm', 'end', 'back'), who: fc.nat(2) }),
  },
);

describe('whatever happens in whatever order', () => {
  it('each charge is reminded of once at each stage, and never one that is paid, filed, or of a member that is not active', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { minLength: 8, maxLength: 16 }), async (list) => {
        await db().member.updateMany({ data: { state: 'withdrawn' } });
        const members = [await aPlainMember(), await aPlainMember(), await aPlainMember()];
        for (const member of members) for (const year of [2025, 2026]) await owes(member, year);
        let day = '2026-05-20';
        for (const move of list) {
          at(day);
          if (move.kind === 'wait') day = addDays(day, move.days);
          else await play(move, members, day);
        }
        const told = await db().reminderCharge.groupBy({
          by: ['chargeId', 'stage'],
          where: { void: false, stage: { not: null } },
          _count: true,
        });
        expect(told.filter(({ _count }) => _count > 1)).toEqual([]);
      }),
      { numRuns: LONG ? 300 : 5, endOnFailure: !LONG },
    );
  });

  async function play({ kind, who }: Exclude<Move, { kind: 'wait' }>, members: PlainMember[], day: Day): Promise<void> {
    const member = members[who];
    if (!member) return;
    const { companyId } = member;
    const open = await db().charge.findFirst({ where: { companyId, state: 'open', heldFen: 0 }, orderBy: { year: 'asc' } });
    if (kind === 'tick' || kind === 'now') return remind(kind, members, day);
    if (kind === 'end' || kind === 'back') await setState(member, kind === 'end' ? 'suspended' : 'active');
    if (kind === 'pay' && open) await Promise.allSettled([pay(open.id)]);
    if (kind === 'file' && open) await Promise.allSettled([files(member, open.year, { paidOn: '2026-05-02' })]);
    const filing = kind === 'confirm' && (await db().filing.findFirst({ where: { companyId, state: 'pending' } }));
    if (filing) await confirmFiling(await staffWith('finance'), filing.id);
  }

  async function remind(kind: 'tick' | 'now', members: PlainMember[], day: Day): Promise<void> {
    const before = new Set((await db().reminder.findMany({ select: { id: true } })).map(({ id }) => id));
    const finance = await staffWith('finance');
    if (kind === 'tick') await Promise.all([tick(), tick()]);
    else await Promise.allSettled(stagesOf(schedule).map((stage) => sendRemindersNow(finance, { stage, on: day })));
    const sent = await db().reminder.findMany({
      where: { id: { notIn: [...before] } },
      include: {
        company: { include: { member: true } },
        charges: { include: { charge: { include: { filings: { include: { filing: true } } } } } },
      },
    });
    expect(new Set(sent.map(({ companyId }) => companyId)).size).toBe(sent.length);
    for (const { company, charges } of sent) {
      expect(members.map(({ companyId }) => companyId)).toContain(company.id);
      expect(company.member?.state).toBe('active');
      for (const { charge, openFen } of charges) {
        expect([charge.state, charge.amountFen - charge.heldFen]).toEqual(['open', openFen]);
        expect(charge.filings.some(({ filing }) => filing.state === 'pending')).toBe(false);
      }
    }
  }
});

it('a stage of a charge cannot be sent twice whoever writes', async () => {
  const member = await aPlainMember();
  const chargeId = await owes(member, 2026);
  const reminder = async () => (await db().reminder.create({ data: { companyId: member.companyId, stage: 0 } })).id;
  await db().reminderCharge.create({ data: { reminderId: await reminder(), chargeId, openFen: 1, stage: 0 } });
  await expect(db().reminderCharge.create({ data: { reminderId: await reminder(), chargeId, openFen: 1, stage: 0 } })).rejects.toThrow();
  await db().charge.update({ where: { id: chargeId }, data: { dueOn: toColumn(DUE) } });
});

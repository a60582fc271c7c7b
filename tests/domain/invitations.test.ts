import { readSheet } from 'read-excel-file/node';
import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { exportInvitees } from '../../lib/invitations/export-invitees';
import { inviteLiaison, inviteLiaisons } from '../../lib/invitations/invite-liaisons';
import { countInvitees, countRested, countSmsLeft, listInvitees } from '../../lib/invitations/queries';
import type { InviteeFilter } from '../../lib/invitations/schema';
import { forgetSettings } from '../../lib/settings/get-setting';
import { sampleUscc } from '../../prisma/seed/companies';
import { buildImportedMember } from '../../prisma/seed/members';
import { withDatabase } from '../support/database';
import { sendCode } from '../support/human-checks';
import { aVisitor, newPhone, staffWith } from '../support/people';
import { auditOf, messagesTo } from '../support/trail';

withDatabase();

const HOUR = 3_600_000;
let members = 0;

/** Members of a province that only this story has. */
async function imported(provinceCode: string, count: number, phone?: string) {
  const made: { phone: string; accountId: string; companyId: string }[] = [];
  for (let i = 0; i < count; i++) {
    const n = ++members;
    const liaison = { name: '周敏', phone: phone ?? newPhone() };
    const ids = await buildImportedMember({
      name: `湖北楚恒第${n}建设有限公司`,
      uscc: sampleUscc(7000 + n),
      number: `I${n}`,
      liaison,
      provinceCode,
    });
    made.push({ phone: liaison.phone, ...ids });
  }
  return made;
}

const uninvited = (province: string): InviteeFilter => ({ status: 'uninvited', province, level: null });
const scope = (province: string) => ({ province, level: null });

async function setBudget(dailyBudget: number): Promise<void> {
  await db().setting.upsert({ where: { key: 'sms' }, create: { key: 'sms', value: { dailyBudget } }, update: { value: { dailyBudget } } });
  await db().limit.deleteMany({});
  forgetSettings();
}

beforeEach(() => setBudget(5000));

describe('inviting liaisons', () => {
  it('sends each one SMS that names the company, and says so in the lists', async () => {
    const reviewer = await staffWith('reviewer');
    const [one, two] = await imported('110001', 2);
    expect(await countRested(reviewer, uninvited('110001'))).toBe(2);
    expect(await inviteLiaisons(reviewer, uninvited('110001'))).toEqual({ sent: 2 });

    for (const phone of [one?.phone ?? '', two?.phone ?? '']) {
      expect(await messagesTo(phone, 'invitation')).toEqual([
        expect.objectContaining({
          state: 'waiting',
          jobs: 1,
          parameters: { company: expect.stringContaining('湖北楚恒第') },
        }),
      ]);
    }
    expect(await countInvitees(reviewer, scope('110001'))).toEqual({ uninvited: 0, waiting: 2, failed: 0, activated: 0 });
    expect(await auditOf('invitation', 'all')).toContain('invitation.send');
  });

  it('is one SMS for a liaison of several companies, and names how many', async () => {
    const reviewer = await staffWith('reviewer');
    const phone = newPhone();
    await imported('110002', 3, phone);
    expect(await inviteLiaisons(reviewer, uninvited('110002'))).toEqual({ sent: 1 });
    const [message] = await messagesTo(phone, 'invitation');
    expect(message?.parameters).toMatchObject({ company: expect.stringMatching(/等 3 家单位$/) });
  });

  it('never bothers anybody twice within a day, whoever presses how often', async () => {
    const reviewer = await staffWith('reviewer');
    const people = await imported('110003', 5);
    const results = await Promise.allSettled([1, 2, 3].map(() => inviteLiaisons(reviewer, uninvited('110003'))));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const waiting: InviteeFilter = { ...uninvited('110003'), status: 'waiting' };
    await expect(inviteLiaisons(reviewer, waiting)).rejects.toMatchObject({ code: 'nobodyToInvite' });
    await expect(inviteLiaison(reviewer, people[0]?.accountId ?? '')).rejects.toMatchObject({ code: 'nobodyToInvite' });

    shiftClock(25 * HOUR);
    expect(await inviteLiaison(reviewer, people[0]?.accountId ?? '')).toEqual({ sent: 1 });
    expect(await inviteLiaisons(reviewer, waiting)).toEqual({ sent: 4 });
    for (const { phone } of people) expect(await messagesTo(phone, 'invitation')).toHaveLength(2);
  });

  it('takes half of the day at most, so that whoever is invited can still be sent a code', async () => {
    const reviewer = await staffWith('reviewer');
    const [person] = await imported('110004', 8);
    await setBudget(10);
    expect(await countSmsLeft()).toEqual({ left: 5, dailyBudget: 10 });
    expect(await inviteLiaisons(reviewer, uninvited('110004'))).toEqual({ sent: 5 });
    expect(await countSmsLeft()).toEqual({ left: 0, dailyBudget: 10 });
    await expect(inviteLiaisons(reviewer, uninvited('110004'))).rejects.toMatchObject({
      code: 'limited',
      details: { text: expect.stringContaining('限额') },
    });
    await sendCode(aVisitor(), { phone: person?.phone ?? '', purpose: 'resetPassword' });
    shiftClock(25 * HOUR);
    expect(await inviteLiaisons(reviewer, uninvited('110004'))).toEqual({ sent: 3 });
  });

  it('leaves room for the codes that were sent already', async () => {
    await setBudget(4);
    for (let n = 0; n < 3; n++) await sendCode(aVisitor(), { phone: newPhone(), purpose: 'register' });
    expect(await countSmsLeft()).toEqual({ left: 1, dailyBudget: 4 });
  });

  it('does not reach who has a password, has left, is staff, or whose company has left', async () => {
    const reviewer = await staffWith('reviewer');
    const [active, disabled, left, gone, staff] = await imported('110005', 5);
    await db().account.update({ where: { id: active?.accountId ?? '' }, data: { passwordHash: 'x' } });
    await db().account.update({ where: { id: disabled?.accountId ?? '' }, data: { status: 'disabled' } });
    await db().liaison.updateMany({ where: { accountId: left?.accountId ?? '' }, data: { to: new Date() } });
    await db().member.update({ where: { companyId: gone?.companyId ?? '' }, data: { state: 'withdrawn' } });
    await db().accountRole.create({ data: { accountId: staff?.accountId ?? '', role: 'finance' } });
    await expect(inviteLiaisons(reviewer, uninvited('110005'))).rejects.toMatchObject({ code: 'nobodyToInvite' });
    await expect(inviteLiaison(reviewer, active?.accountId ?? '')).rejects.toMatchObject({ code: 'nobodyToInvite' });
    // Whichever of its tabs the page shows.
    expect(await countInvitees(reviewer, uninvited('110005'))).toEqual({ uninvited: 0, waiting: 0, failed: 0, activated: 1 });
  });

  it('is for reviewers; the overseer reads, others do not know of it', async () => {
    const [overseer, finance] = await Promise.all([staffWith('overseer'), staffWith('finance')]);
    await expect(inviteLiaisons(overseer, uninvited('110006'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(inviteLiaison(finance, crypto.randomUUID())).rejects.toMatchObject({ code: 'notFound' });
    await expect(listInvitees(overseer, uninvited('110006'), { take: 1 })).resolves.toEqual({ rows: [], total: 0 });
    await expect(exportInvitees(finance, uninvited('110006'))).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('the list to telephone by', () => {
  it('holds exactly those whose SMS failed, with their phones, as text that no program takes for a formula', async () => {
    const reviewer = await staffWith('reviewer');
    const [failed] = await imported('110007', 3);
    await db().account.update({ where: { id: failed?.accountId ?? '' }, data: { name: '=1+1' } });
    await inviteLiaisons(reviewer, uninvited('110007'));
    await db().message.updateMany({ where: { phone: failed?.phone ?? '' }, data: { state: 'failed', lastError: 'no such number' } });

    const filter: InviteeFilter = { ...uninvited('110007'), status: 'failed' };
    const { rows } = await listInvitees(reviewer, filter, { take: 10 });
    expect(rows).toEqual([expect.objectContaining({ phone: failed?.phone, status: 'failed', times: 1 })]);
    const [heading, ...body] = await readSheet(await exportInvitees(reviewer, filter));
    expect(heading).toEqual(expect.arrayContaining(['单位名称', '联络员', '手机号']));
    expect(body).toEqual([expect.arrayContaining(['=1+1', failed?.phone, '短信失败'])]);
    expect(await auditOf('invitation', 'all')).toContain('invitation.export');
  });

  it.each([
    ['a phone', (phone: string) => phone],
    ['the beginning of a phone', (phone: string) => phone.slice(0, 9)],
  ])('is searched by %s', async (_, search) => {
    const reviewer = await staffWith('reviewer');
    const [one] = await imported('110008', 1);
    const { rows } = await listInvitees(reviewer, { ...uninvited(''), search: search(one?.phone ?? '') }, { take: 200 });
    expect(rows).toContainEqual(expect.objectContaining({ phone: one?.phone }));
  });

  it('is searched by company and by person', async () => {
    const reviewer = await staffWith('reviewer');
    await imported('110009', 1);
    for (const [search, count] of [
      ['楚恒', 1],
      ['hbch', 1],
      ['周敏', 1],
      ['没有', 0],
    ] as const)
      expect((await listInvitees(reviewer, { ...uninvited('110009'), search }, { take: 10 })).total).toBe(count);
  });
});

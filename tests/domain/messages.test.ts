import { approveApplication } from '../../lib/applications/approve-application';
import { now, shiftClock } from '../../lib/clock';
import {
  isMailTemplate,
  isMessageTemplate,
  type MailTemplate,
  type MessageTemplate,
  mailText,
  mailTexts,
  messageText,
  messageTexts,
} from '../../lib/copy/messages';
import { db } from '../../lib/db';
import { runDueJobs } from '../../lib/jobs/worker';
import { queueMessage } from '../../lib/messages/queue-message';
import { sendMessage } from '../../lib/messages/send-message';
import { seal } from '../../lib/secrets';
import { transaction } from '../../lib/transaction';
import { anApplication } from '../support/applications';
import { asSuperuser, withDatabase } from '../support/database';
import { newPhone, staffWith } from '../support/people';
import { messagesTo } from '../support/trail';

withDatabase();

const LINK = 'https://hygl.cacem.com.cn/apply/documents';

let keys = 0;

type NewMessage = Parameters<typeof queueMessage>[1];

async function queued(change: Partial<Extract<NewMessage, { phone: string }>> = {}): Promise<string> {
  const message = {
    template: 'applicationRejected' as const,
    phone: newPhone(),
    parameters: { company: '远筑' },
    dedupeKey: `key-${++keys}`,
    ...change,
  };
  await transaction((tx) => queueMessage(tx, message));
  const { id } = await db().message.findUniqueOrThrow({ where: { dedupeKey: message.dedupeKey } });
  return id;
}

const load = (id: string) => db().message.findUniqueOrThrow({ where: { id } });
const delivered = (messageId: string) => db().outboxSms.findMany({ where: { messageId } });

/** The embedded provider as a real one is on a bad day: it takes nothing. */
const breakProvider = () => asSuperuser('REVOKE INSERT ON "OutboxSms" FROM app', new URL(process.env.DATABASE_URL ?? '').pathname.slice(1));
const mendProvider = () => asSuperuser('GRANT INSERT ON "OutboxSms" TO app', new URL(process.env.DATABASE_URL ?? '').pathname.slice(1));

afterEach(mendProvider);

describe('what an SMS says', () => {
  const parameters: Record<MessageTemplate, Record<string, string>> = {
    smsCode: { code: '123456', minutes: '5' },
    applicationReturned: { company: '北京远筑公司', count: '2' },
    applicationRejected: { company: '北京远筑公司' },
    applicationApproved: { company: '北京远筑公司', number: '20260001' },
    filingReturned: { company: '北京远筑公司', year: '2026' },
    paymentUnfiled: { company: '北京远筑公司', year: '2026' },
    receiptIssued: { company: '北京远筑公司', year: '2025、2026' },
    receiptAnswered: { company: '北京远筑公司', year: '2026' },
    duesShort: { company: '北京远筑公司', year: '2026', amount: '1.00' },
    duesReminder: { company: '北京远筑公司', years: '2025、2026', amount: '6,000.00', due: '2026年6月30日' },
    duesOverdue: { company: '北京远筑公司', years: '2025、2026', amount: '6,000.00', due: '2026年6月30日' },
    renameConfirmed: { company: '北京远筑公司' },
    liaisonLeft: { company: '北京远筑公司' },
    renameReturned: { company: '北京远筑公司' },
    changeUndone: { company: '北京远筑公司', what: '通讯地址' },
    exitAccepted: { company: '北京远筑建设集团有限公司', day: '2026年11月25日' },
    exitDeclined: { company: '北京远筑建设集团有限公司' },
    accountErased: {},
    erasureDeclined: {},
    invitation: { company: '北京远筑建设集团有限公司' },
    continueElsewhere: { link: LINK },
  };
  const templates = Object.keys(messageTexts).filter(isMessageTemplate);

  it('has a text for every outcome of an application that its applicant did not bring about, and for a returned filing', () => {
    expect(templates).toEqual(
      expect.arrayContaining(['applicationReturned', 'applicationRejected', 'applicationApproved', 'filingReturned']),
    );
    expect(templates.toSorted()).toEqual(Object.keys(parameters).toSorted());
  });

  it.each(templates)('%s names who sends it, leaves no hole, and fits into two parts', (template) => {
    const text = messageText(template, parameters[template]);
    expect(text).toMatch(/^【.+】/);
    expect(text).not.toMatch(/undefined|null|\{|缴/);
    for (const value of Object.values(parameters[template])) expect(text).toContain(value);
    expect(text.length).toBeLessThanOrEqual(134);
  });

  it.each(templates.filter((template) => !['smsCode', 'continueElsewhere'].includes(template)))(
    '%s says what to do next: sign in',
    (template) => {
      expect(messageText(template, parameters[template])).toContain('登录会员管理系统');
    },
  );

  it('carries no link, which people are told not to follow, but where its reader asked for one a moment ago', () => {
    const others = templates.filter((template) => template !== 'continueElsewhere');
    for (const template of others) expect(messageText(template, parameters[template])).not.toMatch(/http|www|\.cn/);
  });
});

describe('what an e-mail says', () => {
  const owed = { company: '北京远筑公司', years: '2025、2026', amount: '6,000.00', due: '2026年6月30日' };
  const parameters: Record<MailTemplate, Record<string, string>> = {
    continueElsewhere: { link: LINK },
    duesReminder: owed,
    duesOverdue: owed,
    receiptIssued: { company: '北京远筑公司', year: '2026', title: '北京远筑建设集团有限公司' },
  };

  it.each(Object.keys(mailTexts).filter(isMailTemplate))('%s names who sends it and leaves no hole', (template) => {
    const { subject, text } = mailText(template, parameters[template]);
    expect(subject).toMatch(/^【.+】[^\r\n]{4,30}$/);
    expect(subject).not.toContain('电子票据'); // the ministry's own mails say that
    expect(text).toContain('中国施工企业管理协会');
    expect(subject + text).not.toMatch(/undefined|null|\{|缴/);
    for (const value of Object.values(parameters[template])) expect(text).toContain(value);
  });

  it('of a receipt warns of false ones and carries no address that could be one', () => {
    const { text } = mailText('receiptIssued', parameters.receiptIssued);
    expect(text).not.toMatch(/https?:|www\./);
    expect(text).toContain('没有附件');
  });
});

describe('a queued e-mail', () => {
  it('is sent once by the worker to its mailbox, and to no phone', async () => {
    const email = `${newPhone()}@qq.com`;
    const message = { channel: 'email', template: 'continueElsewhere', email, parameters: { link: LINK }, dedupeKey: email } as const;
    await transaction((tx) => queueMessage(tx, message));
    await transaction((tx) => queueMessage(tx, message));
    await runDueJobs();
    const sent = await db().message.findUniqueOrThrow({ where: { dedupeKey: email } });
    expect(sent).toMatchObject({ channel: 'email', phone: null, state: 'sent', sentAt: expect.any(Date), tries: 1 });
    expect(await db().outboxMail.findMany({ where: { email } })).toMatchObject([mailText('continueElsewhere', { link: LINK })]);
    expect(await delivered(sent.id)).toEqual([]);
  });
});

describe('a queued message', () => {
  it('is sent once by the worker after the commit, and its job is gone', async () => {
    const id = await queued();
    await runDueJobs();
    expect(await load(id)).toMatchObject({ state: 'sent', sentAt: expect.any(Date), tries: 1, providerId: expect.any(String) });
    expect(await delivered(id)).toEqual([expect.objectContaining({ text: messageText('applicationRejected', { company: '远筑' }) })]);
    const { phone } = await load(id);
    expect((await messagesTo(phone ?? '', 'applicationRejected')).map(({ jobs }) => jobs)).toEqual([0]);
    await sendMessage(id, { isLastTry: false });
    expect([await delivered(id), await load(id)]).toEqual([[expect.anything()], expect.objectContaining({ tries: 1 })]);
  });

  it('is one for one key, however often and from wherever it is queued', async () => {
    const message = { template: 'applicationRejected' as const, phone: newPhone(), parameters: {}, dedupeKey: 'one decision' };
    await Promise.all(Array.from({ length: 5 }, () => transaction((tx) => queueMessage(tx, message))));
    await transaction((tx) => queueMessage(tx, { ...message, phone: newPhone() }));
    expect((await messagesTo(message.phone, 'applicationRejected')).map(({ jobs }) => jobs)).toEqual([1]);
    expect(await db().message.count({ where: { dedupeKey: 'one decision' } })).toBe(1);
  });

  it('is not there when what it tells of was rolled back', async () => {
    const phone = newPhone();
    const failing = transaction(async (tx) => {
      await queueMessage(tx, { template: 'applicationRejected', phone, parameters: {}, dedupeKey: 'rolled back' });
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(await messagesTo(phone, 'applicationRejected')).toEqual([]);
    await runDueJobs();
    expect(await db().outboxSms.count({ where: { phone } })).toBe(0);
  });

  it('does not hold up or undo the decision when the provider is down, and arrives when it is back', async () => {
    await breakProvider();
    const { applicant, applicationId } = await anApplication('submitted');
    await approveApplication(await staffWith('reviewer'), { applicationId, overrideReason: '先行入会' });
    await runDueJobs();
    const [waiting] = await messagesTo(applicant.phone, 'applicationApproved');
    expect(waiting).toMatchObject({ state: 'waiting', tries: 1, jobs: 1, lastError: expect.stringContaining('outboxSms') });
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: 'approved' });

    await mendProvider();
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
    await runDueJobs();
    expect(await messagesTo(applicant.phone, 'applicationApproved')).toEqual([
      expect.objectContaining({ state: 'sent', tries: 2, jobs: 0 }),
    ]);
    expect(await delivered(waiting?.id ?? '')).toHaveLength(1);
  });

  it('is given up after its last try, and then holds no secret any more', async () => {
    await breakProvider();
    const id = await queued({ template: 'smsCode', parameters: { minutes: '5' }, secret: seal('message', '123456') });
    await expect(sendMessage(id, { isLastTry: false })).rejects.toThrow('permission denied');
    expect(await load(id)).toMatchObject({ state: 'waiting', secret: expect.any(String) });
    await expect(sendMessage(id, { isLastTry: true })).rejects.toThrow('permission denied');
    expect(await load(id)).toMatchObject({ state: 'failed', secret: null, tries: 2 });
  });

  it('of a newer release, for which this one has no words yet, waits and is not lost', async () => {
    const id = await queued();
    await db().message.update({ where: { id }, data: { template: 'ofTomorrow' } });
    await expect(sendMessage(id, { isLastTry: false })).rejects.toThrow('ofTomorrow');
    expect(await load(id)).toMatchObject({ state: 'waiting' });
  });

  it('with a code is dropped once the code has expired: it would only confuse', async () => {
    const expiresAt = new Date((await now()).getTime() + 5 * 60_000);
    const id = await queued({ template: 'smsCode', parameters: { minutes: '5' }, secret: seal('message', '123456'), expiresAt });
    shiftClock(5 * 60_000 + 1000);
    await sendMessage(id, { isLastTry: false });
    expect(await load(id)).toMatchObject({ state: 'dropped', secret: null });
    expect(await delivered(id)).toEqual([]);
  });

  it('keeps no secret that was altered from being noticed', async () => {
    const sealed = seal('message', '123456');
    const id = await queued({
      template: 'smsCode',
      parameters: {},
      secret: `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`,
    });
    await expect(sendMessage(id, { isLastTry: false })).rejects.toThrow();
    expect(await delivered(id)).toEqual([]);
  });
});

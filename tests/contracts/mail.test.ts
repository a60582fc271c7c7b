import { inspect } from 'node:util';
import { mailText } from '../../lib/copy/messages';
import { db } from '../../lib/db';
import { embeddedMail } from '../../lib/providers/mail/embedded-mail';
import { type Mail, type MailProvider, MailUndeliverable } from '../../lib/providers/mail/mail-provider';
import { smtpMail } from '../../lib/providers/mail/smtp-mail';
import { withDatabase } from '../support/database';
import { deadAddress } from '../support/fake-aliyun';
import { answerLate, cut, drip, FakeSmtp, hang, say } from '../support/fake-smtp';
import { writtenDuring } from '../support/written-during';

withDatabase();

const MAILBOX = '12345678@qq.com';
const PASSWORD = 'p@ss:word/of/smtp';
const LINK = 'https://hygl.cacem.com.cn/apply/documents';

let number = 0;
function aMail(): Mail {
  const messageId = `00000000-0000-4000-8000-${String(++number).padStart(12, '0')}`;
  return { messageId, email: MAILBOX, ...mailText('continueElsewhere', { link: LINK }) };
}

const smtp = new FakeSmtp();
let port = 0;
beforeAll(async () => {
  port = await smtp.listen();
});
beforeEach(() => smtp.reset());
afterAll(() => smtp.stop());

function smtpAt(host: string, as = `user:${encodeURIComponent(PASSWORD)}@`): MailProvider {
  return smtpMail({ url: `smtp://${as}${host}`, from: 'huiyuan@cacem.com.cn', patience: { silence: 300, whole: 900 } });
}
const provider = () => smtpAt(`127.0.0.1:${port}`);

/** The text of a mail as its reader sees it. */
const bodyOf = (data: string) => Buffer.from(data.split('\n\n').slice(1).join(''), 'base64').toString('utf8');

const providers = {
  'the embedded outbox': {
    provider: embeddedMail,
    arrived: async () => (await db().outboxMail.findMany({ orderBy: { messageId: 'asc' } })).map(({ email }) => email),
  },
  SMTP: { provider, arrived: async () => smtp.received.map(({ to }) => to) },
};

describe.each(Object.entries(providers))('an e-mail through %s', (_name, { provider: make, arrived }) => {
  it('is taken under a word of the provider, and goes to its mailbox', async () => {
    const { providerId } = await make().send(aMail());

    expect(providerId).not.toBe('');
    expect(await arrived()).toEqual([MAILBOX]);
  });

  it('leaves neither mailbox nor link in anything that is printed', async () => {
    const written = await writtenDuring(() => make().send(aMail()));

    expect(written).not.toContain(MAILBOX);
    expect(written).not.toContain(LINK);
  });
});

describe('the embedded outbox', () => {
  it('shows subject and whole text, and takes the same message twice for one', async () => {
    const mail = aMail();
    const [first, second] = [await embeddedMail().send(mail), await embeddedMail().send({ ...mail, text: 'another' })];

    expect(second).toEqual(first);
    expect(await db().outboxMail.findMany({ where: { messageId: mail.messageId } })).toMatchObject([
      { email: MAILBOX, subject: mail.subject, text: mail.text },
    ]);
  });
});

describe('the mail server', () => {
  it('gets our sender, the subject in Chinese, the text as it is, and our number of the message', async () => {
    const mail = aMail();

    await provider().send(mail);

    const { from, data } = smtp.received.at(-1) ?? { from: '', data: '' };
    expect(from).toBe('huiyuan@cacem.com.cn');
    expect(data).toContain(`Message-ID: <${mail.messageId}@cacem.com.cn>`);
    expect(data).toContain(`To: ${MAILBOX}`);
    expect(data).toMatch(/^Subject: =\?UTF-8\?B\?/m);
    expect(data).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
    expect(bodyOf(data).replaceAll('\r\n', '\n')).toBe(mail.text);
  });

  it('gets a name and a password that were escaped in the address', async () => {
    await provider().send(aMail());

    const [, given = ''] = /^AUTH PLAIN (.*)$/m.exec(smtp.commands.join('\n')) ?? [];
    expect(Buffer.from(given, 'base64').toString()).toBe(`\0user\0${PASSWORD}`);
  });

  it('gets a mail without a password where the address names none', async () => {
    await smtpAt(`127.0.0.1:${port}`, '').send(aMail());

    expect(smtp.commands.filter((line) => line.startsWith('AUTH'))).toEqual([]);
  });

  it('never gets a password in clear, but on this machine: one that offers no TLS gets nothing', async () => {
    await expect(smtpAt(`127.1:${port}`).send(aMail())).rejects.toThrow('ETLS'); // the same machine by a name that does not say so

    expect(smtp.commands.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
  });

  it('is never led to further mailboxes or headers by an address or a subject', async () => {
    const before = smtp.received.length;
    const evil = { ...aMail(), email: `${MAILBOX}, other@qq.com`, subject: 'x\r\nBcc: other@qq.com' };

    await provider()
      .send(evil)
      .catch(() => undefined);

    expect(smtp.received.slice(before).filter(({ data }) => /^Bcc:/m.test(data))).toEqual([]);
    expect(smtp.commands.filter((line) => line.startsWith('RCPT')).length).toBeLessThanOrEqual(1);
  });
});

const refusals = [
  ['a mailbox that does not exist', 'RCPT', say(`550 <${MAILBOX}> no such user`), 'EENVELOPE 550 RCPT TO'],
  ['a full mailbox', 'RCPT', say(`452 <${MAILBOX}> is full`), 'EENVELOPE 452 RCPT TO'],
  ['a sender that it does not know', 'MAIL', say('550 who are you'), 'EENVELOPE 550 MAIL FROM'],
  ['a wrong password', 'AUTH', say(`535 ${PASSWORD} is wrong`), 'EAUTH 535'],
  ['too many at once, when it is greeted', 'CONNECT', say('421 too busy'), '421'],
  ['spam, by its judgement of the whole', 'END', say(`554 spam to ${MAILBOX}`), 'EMESSAGE 554'],
  ['an answer in another language', 'CONNECT', say('HTTP/1.1 400 Bad Request'), 'SMTP failed'],
  ['no greeting at all', 'CONNECT', hang, 'ETIMEDOUT'],
  ['no answer to the text', 'END', hang, 'ETIMEDOUT'],
  ['an answer to the text that is too late', 'END', answerLate('250 queued', 700), 'ETIMEDOUT'],
  ['an answer that never ends', 'RCPT', drip, 'ETIMEDOUT'],
  ['a cut connection', 'RCPT', cut, 'SMTP failed'],
] as const;

describe('an e-mail that the server does not take', () => {
  it.each(refusals)('is an error, so that the job tries again, and is over soon: %s', async (_why, command, play, said) => {
    smtp.at(command, play);
    const start = performance.now();

    await expect(provider().send(aMail())).rejects.toThrow(said);

    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each(refusals)('is given up at once only where another try changes nothing: %s', async (why, command, play) => {
    smtp.at(command, play);
    const error: unknown = await provider()
      .send(aMail())
      .catch((thrown: unknown) => thrown);

    expect(error instanceof MailUndeliverable).toBe(why === 'a mailbox that does not exist');
  });

  it.each(refusals)('tells in its error neither mailbox, link nor password: %s', async (_why, command, play) => {
    smtp.at(command, play);
    let error: unknown;
    const written = await writtenDuring(async () => {
      error = await provider()
        .send(aMail())
        .catch((thrown: unknown) => thrown);
    });

    expect(error).toBeInstanceOf(Error);
    for (const secret of [MAILBOX, LINK, PASSWORD]) {
      expect(written + inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
    }
  });

  it('goes out under the same Message-ID when it is tried again: a mailbox can know it as the same', async () => {
    const mail = aMail();
    const before = smtp.received.length;
    smtp.at('RCPT', say('451 later'));
    await expect(provider().send(mail)).rejects.toThrow('451');
    smtp.reset();
    await provider().send(mail);
    await provider().send(mail);

    const ids = smtp.received.slice(before).map(({ data }) => /^Message-ID: (.*)$/m.exec(data)?.[1]);
    expect(ids).toEqual([expect.stringContaining(mail.messageId), ids[0]]);
  });

  it('is an error too where nobody listens', async () => {
    await expect(smtpAt(await deadAddress()).send(aMail())).rejects.toThrow('SMTP failed');
  });
});

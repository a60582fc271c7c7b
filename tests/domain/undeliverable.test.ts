import { now } from '../../lib/clock';
import { db } from '../../lib/db';
import { runDueJobs } from '../../lib/jobs/worker';
import { queueMessage } from '../../lib/messages/queue-message';
import { MailUndeliverable } from '../../lib/providers/mail/mail-provider';
import { SmsUndeliverable } from '../../lib/providers/sms/sms-provider';
import { transaction } from '../../lib/transaction';
import { withDatabase } from '../support/database';
import { newPhone } from '../support/people';

const send = jest.fn(() => Promise.reject(new SmsUndeliverable('the number is none')));
const sendMail = jest.fn(() => Promise.reject(new MailUndeliverable('the mailbox is none')));
jest.mock('../../lib/providers/sms/sms', () => ({ sms: () => ({ send }) }));
jest.mock('../../lib/providers/mail/mail', () => ({ mail: () => ({ send: sendMail }) }));

withDatabase();

describe('an SMS to a number that is none', () => {
  it('is given up at its first try, and staff can see why', async () => {
    const phone = newPhone();
    await transaction((tx) =>
      queueMessage(tx, { template: 'applicationApproved', phone, parameters: { company: '远筑', number: '1' }, dedupeKey: `one:${phone}` }),
    );
    await runDueJobs();
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = ${await now()}`;
    await runDueJobs();

    expect(send).toHaveBeenCalledTimes(1);
    expect(await db().message.findFirst({ where: { phone } })).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining('none'),
    });
  });
});

describe('an e-mail to a mailbox that is none', () => {
  it('is given up at its first try, and staff can see why', async () => {
    const email = 'nobody@qq.com';
    await transaction((tx) =>
      queueMessage(tx, { channel: 'email', template: 'continueElsewhere', email, parameters: { link: 'x' }, dedupeKey: email }),
    );
    await runDueJobs();
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = ${await now()}`;
    await runDueJobs();

    expect(sendMail).toHaveBeenCalledTimes(1);
    expect(await db().message.findFirst({ where: { email } })).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining('none'),
    });
  });
});

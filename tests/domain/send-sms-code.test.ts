import { db } from '../../lib/db';
import { buildAccount } from '../../prisma/seed/accounts';
import { withDatabase } from '../support/database';
import { sendCode } from '../support/human-checks';
import { anApplicant, aVisitor, newPhone } from '../support/people';
import { codeOf } from '../support/sms';
import { listJobs, messagesTo } from '../support/trail';

withDatabase();

const MINUTE = 60_000;
const send = (phone: string) => sendCode(aVisitor(), { phone, purpose: 'register' });

describe('sending a code by SMS', () => {
  it('leaves a code of six digits on the phone, good for five minutes', async () => {
    const phone = newPhone();
    const { flow } = await send(phone);

    const [message] = await messagesTo(phone, 'smsCode');
    expect(message).toMatchObject({ state: 'waiting', jobs: 1, parameters: { minutes: '5' } });
    expect(await codeOf(flow)).toMatch(/^\d{6}$/);
    const challenge = await db().smsChallenge.findUniqueOrThrow({ where: { flow } });
    // The row's own moment is the database's, the end is by a clock that is set to it every ten seconds.
    expect(Math.abs(challenge.expiresAt.getTime() - challenge.createdAt.getTime() - 5 * MINUTE)).toBeLessThan(0.1 * MINUTE);
  });

  it('keeps the code nowhere in clear until the phone has it', async () => {
    const phone = newPhone();
    const { flow } = await send(phone);
    const rows = [await db().smsChallenge.findMany({ where: { phone } }), await messagesTo(phone, 'smsCode'), await listJobs()];
    const stored = [...rows, await db().auditPayload.findMany(), await db().idempotency.findMany(), await db().limit.findMany()].map(
      (row) => JSON.stringify(row),
    );

    // Digits between other digits of an id or a time are no code.
    const code = new RegExp(`(?<![0-9a-f])${await codeOf(flow)}(?![0-9a-f])`);
    expect(stored.filter((row) => code.test(row))).toEqual([]);
    expect((await messagesTo(phone, 'smsCode')).map(({ secret }) => secret)).toEqual([null]);
  });

  it('does and answers the same for a new password of an unknown phone, but sends nothing', async () => {
    const [unknown, known] = [newPhone(), await anApplicant()];
    const answers = await Promise.all([unknown, known.phone].map((phone) => sendCode(aVisitor(), { phone, purpose: 'resetPassword' })));

    expect(answers.map(({ flow }) => flow.length)).toEqual([22, 22]);
    expect(await messagesTo(unknown, 'smsCode')).toEqual([expect.objectContaining({ state: 'dropped', secret: null })]);
    expect(await messagesTo(known.phone, 'smsCode')).toEqual([expect.objectContaining({ state: 'waiting', jobs: 1 })]);
    await expect(codeOf(answers[0]?.flow ?? '')).rejects.toMatchObject({ code: 'P2025' }); // the phone shows nothing
  });

  it('treats the phone of a disabled account like an unknown one', async () => {
    const { phone } = await buildAccount({ phone: newPhone(), name: '周敏' });
    await db().account.update({ where: { phone }, data: { status: 'disabled' } });
    await sendCode(aVisitor(), { phone, purpose: 'resetPassword' });
    expect(await messagesTo(phone, 'smsCode')).toEqual([expect.objectContaining({ state: 'dropped', secret: null })]);
  });
});

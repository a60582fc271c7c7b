import { checkSmsCode, useSmsCode } from '../../lib/accounts/check-sms-code';
import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { transaction } from '../../lib/transaction';
import { withDatabase } from '../support/database';
import { sendCode } from '../support/human-checks';
import { anApplicant, aVisitor, newPhone } from '../support/people';
import { anotherCode, codeOf } from '../support/sms';

withDatabase();

async function aCode() {
  const phone = newPhone();
  const { flow } = await sendCode(aVisitor(), { phone, purpose: 'register' });
  return { phone, flow, purpose: 'register' as const, code: await codeOf(flow) };
}

const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'rejected' ? result.reason.code : 'right')).sort();

describe('checking a code', () => {
  it('takes the right one and refuses a wrong one', async () => {
    const { code, ...answer } = await aCode();
    await expect(checkSmsCode({ ...answer, code: anotherCode(code) })).rejects.toMatchObject({ code: 'codeWrong' });
    await expect(checkSmsCode({ ...answer, code })).resolves.toEqual({ challengeId: expect.any(String) });
  });

  it('allows five tries: after five wrong ones the right one comes too late', async () => {
    const { code, ...answer } = await aCode();
    for (let n = 0; n < 5; n++)
      await expect(checkSmsCode({ ...answer, code: anotherCode(code) })).rejects.toMatchObject({ code: 'codeWrong' });
    await expect(checkSmsCode({ ...answer, code })).rejects.toMatchObject({ code: 'codeExpired' });
  });

  it('allows exactly five even when twenty are sent at the same moment', async () => {
    const { code, ...answer } = await aCode();
    const tries = Array.from({ length: 20 }, () => checkSmsCode({ ...answer, code: anotherCode(code) }));
    const outcomes = codesOf(await Promise.allSettled(tries));
    expect(outcomes.filter((outcome) => outcome === 'codeWrong')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'codeExpired')).toHaveLength(15);
  });

  it('is bound to the phone, the purpose and the flow', async () => {
    const one = await aCode();
    const other = await aCode();
    for (const stolen of [{ phone: other.phone }, { flow: other.flow }, { purpose: 'resetPassword' as const }, { flow: '' }])
      await expect(checkSmsCode({ ...one, ...stolen })).rejects.toMatchObject({ code: expect.stringMatching(/^code(Wrong|Expired)$/) });
    await expect(checkSmsCode(one)).resolves.toBeDefined();
  });

  it("does not use up another flow's tries", async () => {
    const one = await aCode();
    for (let n = 0; n < 6; n++) await checkSmsCode({ ...one, flow: 'forged', code: '000000' }).catch(() => undefined);
    await expect(checkSmsCode(one)).resolves.toBeDefined();
  });

  it('takes a code for five minutes', async () => {
    const answer = await aCode();
    shiftClock(5 * 60_000 - 5000);
    await expect(checkSmsCode(answer)).resolves.toBeDefined();
    shiftClock(5 * 60_000 + 1000);
    await expect(checkSmsCode(answer)).rejects.toMatchObject({ code: 'codeExpired' });
  });

  it('takes the latest code although an earlier one was not used', async () => {
    const { phone } = await anApplicant();
    const first = await sendCode(aVisitor(), { phone, purpose: 'resetPassword' });
    shiftClock(61_000);
    const second = await sendCode(aVisitor(), { phone, purpose: 'resetPassword' });
    for (const { flow } of [second, first])
      await expect(checkSmsCode({ phone, flow, purpose: 'resetPassword', code: await codeOf(flow) })).resolves.toBeDefined();
  });
});

describe('using a code up', () => {
  it('works once, also when it is tried several times at the same moment', async () => {
    const { challengeId } = await checkSmsCode(await aCode());
    const uses = Array.from({ length: 5 }, () => transaction((tx) => useSmsCode(tx, challengeId)));
    expect(codesOf(await Promise.allSettled(uses))).toEqual(['codeExpired', 'codeExpired', 'codeExpired', 'codeExpired', 'right']);
  });

  it('is undone when what it stood for fails: the same code may be tried again', async () => {
    const { challengeId } = await checkSmsCode(await aCode());
    const failing = transaction(async (tx) => {
      await useSmsCode(tx, challengeId);
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(await db().smsChallenge.findUnique({ where: { id: challengeId } })).toMatchObject({ usedAt: null });
  });
});

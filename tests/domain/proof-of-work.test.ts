import { sendSmsCode } from '../../lib/accounts/send-sms-code';
import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { issueChallenge } from '../../lib/human-checks/issue-challenge';
import { solvedChallenge } from '../../lib/human-checks/schema';
import { sweepLimits } from '../../lib/limits/sweep-limits';
import { withDatabase } from '../support/database';
import { easyCheck, solve, solvedCheck } from '../support/human-checks';
import { aVisitor, newPhone } from '../support/people';

withDatabase();

const MINUTE = 60_000;
const unproven = expect.objectContaining({ code: 'unproven' });
const nothing = { solution: '', pictureId: '', pictureAnswer: '' };
type Check = typeof nothing;
const send = (check: Check, phone = newPhone(), actor = aVisitor()) => sendSmsCode(actor, { phone, purpose: 'register', check });
const sentTo = (phone: string) => db().message.count({ where: { phone } });

/** The same, with something changed. */
function forged(check: Check, change: (solved: ReturnType<typeof solvedChallenge.parse>) => void): Check {
  const solved = solvedChallenge.parse(JSON.parse(check.solution));
  change(solved);
  return { ...check, solution: JSON.stringify(solved) };
}

describe('the proof of work before an SMS', () => {
  it('is a challenge of ours, solved as a browser solves it', async () => {
    const phone = newPhone();
    await send(await solvedCheck('register'), phone);
    expect(await sentTo(phone)).toBe(1);
  });

  it('leaves nothing in the database before it is used', async () => {
    const before = await db().usedChallenge.count();
    await issueChallenge('register');
    expect(await db().usedChallenge.count()).toBe(before);
  });

  it('is not the same twice', async () => {
    const challenges = await Promise.all(Array.from({ length: 5 }, () => issueChallenge('register')));
    expect(new Set(challenges.map(({ parameters }) => parameters.nonce)).size).toBe(5);
    expect(new Set(challenges.map(({ parameters }) => parameters.keyPrefix)).size).toBe(5);
  });

  it('counts once, whatever phone and address it is tried for again', async () => {
    const check = await easyCheck('register');
    await send(check);
    const phone = newPhone();
    await expect(send(check, phone)).rejects.toEqual(unproven);
    // The signed part is what counts: another rendering of the same is the same.
    await expect(send({ ...check, solution: ` ${check.solution}` }, phone)).rejects.toEqual(unproven);
    await expect(
      send(
        forged(check, ({ solution }) => {
          solution.counter = 7;
        }),
        phone,
      ),
    ).rejects.toEqual(unproven);
    expect(await sentTo(phone)).toBe(0);
  });

  it('counts once, also when it is sent many times at the same moment', async () => {
    const check = await easyCheck('register');
    const phones = Array.from({ length: 12 }, newPhone);
    const results = await Promise.allSettled(phones.map((phone) => send(check, phone)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))).toEqual(Array(11).fill('unproven'));
    expect(await db().message.count({ where: { phone: { in: phones } } })).toBe(1);
  });

  it('is good for ten minutes', async () => {
    const [early, late] = [await solve(await issueChallenge('register')), await solve(await issueChallenge('register'))];
    shiftClock(10 * MINUTE - 5000);
    await send(early);
    shiftClock(10 * MINUTE + 1000);
    await expect(send(late)).rejects.toEqual(unproven);
  });

  it('is good for the purpose that it was made for', async () => {
    await expect(send(await easyCheck('resetPassword'))).rejects.toEqual(unproven);
  });

  const forgeries: [string, Parameters<typeof forged>[1]][] = [
    [
      'another purpose',
      ({ challenge }) => {
        challenge.parameters.data.purpose = 'register ';
      },
    ],
    [
      'a later end',
      ({ challenge }) => {
        challenge.parameters.data.expiresAt += 1;
      },
    ],
    [
      'less work',
      ({ challenge }) => {
        challenge.parameters.cost = 2;
      },
    ],
    [
      'another nonce',
      ({ challenge }) => {
        challenge.parameters.nonce = '0'.repeat(32);
      },
    ],
    [
      'another signature',
      ({ challenge }) => {
        challenge.signature = '0'.repeat(64);
      },
    ],
    [
      'a key that was not computed',
      ({ solution }) => {
        solution.derivedKey = '0'.repeat(64);
      },
    ],
    [
      'the half of the key that the challenge tells',
      ({ challenge, solution }) => {
        solution.derivedKey = challenge.parameters.keyPrefix.padEnd(64, '0');
      },
    ],
  ];
  it.each(forgeries)('is nothing with %s', async (_what, change) => {
    const phone = newPhone();
    const check = await easyCheck('register');
    await expect(send(forged(check, change), phone)).rejects.toEqual(unproven);
    expect(await sentTo(phone)).toBe(0);
    await send(check, phone); // what was forged did not use it up
  });

  it.each(['[]', '{}', 'null', 'work', '{"challenge":{},"solution":{}}', `{"challenge":${'['.repeat(500)}`])(
    'is not %s',
    async (solution) => {
      await expect(send({ ...nothing, solution })).rejects.toEqual(unproven);
    },
  );

  it('cannot be left out', async () => {
    await expect(send(nothing)).rejects.toEqual(unproven);
  });

  it('is still good when a limit refused the SMS, and the refusal costs nothing', async () => {
    const [phone, visitor] = [newPhone(), aVisitor()];
    await send(await easyCheck('register'), phone, visitor);
    const before = await db().limit.findMany({ orderBy: [{ key: 'asc' }, { windowMs: 'asc' }] });
    const check = await easyCheck('register');
    await expect(send(check, phone, visitor)).rejects.toMatchObject({ code: 'limited' });
    expect(await db().limit.findMany({ orderBy: [{ key: 'asc' }, { windowMs: 'asc' }] })).toEqual(before);
    await send(check, newPhone(), visitor);
  });

  it('costs none of the budgets when it is refused', async () => {
    const before = await db().limit.findMany({ orderBy: [{ key: 'asc' }, { windowMs: 'asc' }] });
    await expect(send({ ...nothing, solution: '{}' })).rejects.toEqual(unproven);
    expect(await db().limit.findMany({ orderBy: [{ key: 'asc' }, { windowMs: 'asc' }] })).toEqual(before);
  });

  it('is remembered for as long as it could be tried again, and then swept', async () => {
    const check = await easyCheck('register');
    await send(check);
    const used = await db().usedChallenge.count();
    shiftClock(23 * 60 * MINUTE);
    await sweepLimits();
    expect(await db().usedChallenge.count()).toBe(used);
    shiftClock(25 * 60 * MINUTE);
    await sweepLimits();
    expect(await db().usedChallenge.count()).toBe(0);
    await expect(send(check)).rejects.toEqual(unproven);
  });
});

import type { Actor } from '../../lib/access/actor';
import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { sweepLimits } from '../../lib/limits/sweep-limits';
import { once } from '../../lib/once';
import { transaction } from '../../lib/transaction';
import { withDatabase } from '../support/database';
import { anApplicant, aVisitor } from '../support/people';

withDatabase();

const HOUR = 3_600_000;

/** Work that counts how often it was done, and answers with that; it takes long enough for a repeat to arrive meanwhile. */
function counter() {
  let done = 0;
  const run = (actor: Actor, action: string, key: string) =>
    transaction((tx) =>
      once(tx, actor, action, key, async () => {
        const result = `result ${++done}`;
        for (let n = 0; n < 20; n++) await tx.$queryRaw`SELECT 1`;
        return result;
      }),
    );
  return { run, done: () => done };
}

describe('a form that is sent more than once', () => {
  it('is worked off once, and a repeat is answered with the first result', async () => {
    const { run, done } = counter();
    const actor = await anApplicant();
    expect([await run(actor, 'pay', 'k'), await run(actor, 'pay', 'k')]).toEqual(['result 1', 'result 1']);
    expect(done()).toBe(1);
  });

  it('is worked off once also when the repeats come at the same moment', async () => {
    const { run, done } = counter();
    const actor = await anApplicant();
    const answers = await Promise.all(Array.from({ length: 6 }, () => run(actor, 'pay', 'k')));
    expect([new Set(answers), done()]).toEqual([new Set(['result 1']), 1]);
  });

  it('is another one for another actor, action or key', async () => {
    const { run, done } = counter();
    const [one, other] = [await anApplicant(), await anApplicant()];
    await run(one, 'pay', 'k');
    await run(other, 'pay', 'k');
    await run(one, 'refund', 'k');
    await run(one, 'pay', 'K');
    await run(aVisitor(), 'pay', 'k');
    expect(done()).toBe(5);
  });

  it('may be sent again, corrected, after it failed: a failure is not kept', async () => {
    const actor = await anApplicant();
    const send = (fails: boolean) =>
      transaction((tx) =>
        once(tx, actor, 'pay', 'k', async () => {
          if (fails) throw new Error('no room');
          return 'done';
        }),
      );
    await expect(send(true)).rejects.toThrow('no room');
    await expect(send(true)).rejects.toThrow('no room');
    expect(await send(false)).toBe('done');
    await expect(send(true)).resolves.toBe('done');
  });

  it('is not remembered when the transaction around it rolls back', async () => {
    const { run, done } = counter();
    const actor = await anApplicant();
    const failing = transaction(async (tx) => {
      await once(tx, actor, 'pay', 'k', async () => 'lost');
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect([await run(actor, 'pay', 'k'), done()]).toEqual(['result 1', 1]);
  });

  it('is remembered for 48 hours', async () => {
    const { run, done } = counter();
    const actor = await anApplicant();
    await run(actor, 'pay', 'k');
    shiftClock(47 * HOUR);
    await sweepLimits();
    await run(actor, 'pay', 'k');
    expect(done()).toBe(1);
    shiftClock(49 * HOUR);
    await sweepLimits();
    expect(await db().idempotency.count({ where: { actorId: actor.id } })).toBe(0);
  });
});

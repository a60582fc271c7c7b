import { db, type Tx } from '../../lib/db';
import { isUniqueViolation, transaction } from '../../lib/transaction';
import { withDatabase } from '../support/database';
import { newPhone } from '../support/people';

withDatabase();

const addLimit = (tx: Tx, key: string) =>
  tx.limit.create({ data: { key, windowMs: 1, startsAt: new Date(), endsAt: new Date(), count: 0 } });
const countOf = async (key: string) => (await db().limit.findFirst({ where: { key } }))?.count;
const bump = (tx: Tx, key: string) => tx.limit.updateMany({ where: { key }, data: { count: { increment: 1 } } });

/** A promise and the call that fulfils it: two transactions wait for each other with it, without a clock. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** What PostgreSQL itself reports, raised by hand. */
const raise = (tx: Tx, sqlstate: string) =>
  tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'raised' USING ERRCODE = '${sqlstate}'; END $$`);

describe('a transaction', () => {
  it.each(['40001', '40P01'])('starts over, twice at most, when PostgreSQL reports %s', async (sqlstate) => {
    let tries = 0;
    const failing = transaction((tx) => {
      tries++;
      return raise(tx, sqlstate);
    });
    await expect(failing).rejects.toThrow();
    expect(tries).toBe(3);
  });

  it('answers with the try that succeeded, and keeps nothing of those that did not', async () => {
    let tries = 0;
    const key = 'third time';
    const answer = await transaction(async (tx) => {
      await addLimit(tx, key);
      if (++tries < 3) await raise(tx, '40001');
      return tries;
    });
    expect([answer, await db().limit.count({ where: { key } })]).toEqual([3, 1]);
  });

  it.each(['23505', '23514', '57014', 'P0001'])(
    'does not try again for %s: it would fail the same way, or has had its time',
    async (sqlstate) => {
      let tries = 0;
      await transaction((tx) => {
        tries++;
        return raise(tx, sqlstate);
      }).catch(() => undefined);
      expect(tries).toBe(1);
    },
  );

  it("does not try again for the program's own errors", async () => {
    let tries = 0;
    const failing = transaction(async () => {
      tries++;
      throw new Error('a rule');
    });
    await expect(failing).rejects.toThrow('a rule');
    expect(tries).toBe(1);
  });

  it('survives a real deadlock: both of two that lock the same rows in opposite order succeed', async () => {
    for (const key of ['a', 'b']) await transaction((tx) => addLimit(tx, key));
    const [one, other] = [signal(), signal()];
    let tries = 0;
    const cross = (first: string, second: string, mine: ReturnType<typeof signal>, theirs: ReturnType<typeof signal>) =>
      transaction(async (tx) => {
        tries++;
        await bump(tx, first);
        mine.give();
        await theirs.given;
        await bump(tx, second);
      });
    await Promise.all([cross('a', 'b', one, other), cross('b', 'a', other, one)]);
    expect([await countOf('a'), await countOf('b'), tries]).toEqual([2, 2, 3]);
  });

  it('survives a real conflict that PostgreSQL reports only at the commit', async () => {
    for (const key of ['left', 'right']) await transaction((tx) => addLimit(tx, key));
    const [one, other] = [signal(), signal()];
    let tries = 0;
    const skew = (read: string, write: string, mine: ReturnType<typeof signal>, theirs: ReturnType<typeof signal>) =>
      transaction(async (tx) => {
        tries++;
        await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`;
        const row = await tx.limit.findFirst({ where: { key: read } });
        mine.give();
        await theirs.given;
        await tx.limit.updateMany({ where: { key: write }, data: { count: (row?.count ?? 0) + 1 } });
      });
    await Promise.all([skew('left', 'right', one, other), skew('right', 'left', other, one)]);
    expect(tries).toBeGreaterThan(2);
    expect([await countOf('left'), await countOf('right')].toSorted()).toEqual([1, 2]); // one after the other, in either order
  });
});

describe('a unique violation', () => {
  it('is known as one, from a query and from raw SQL, and nothing else is', async () => {
    const phone = newPhone();
    await db().account.create({ data: { phone, name: '张' } });
    const twice = await db()
      .account.create({ data: { phone, name: '张' } })
      .catch((error: unknown) => error);
    const raw = await db().$executeRaw`INSERT INTO "Account" ("id", "phone", "name") VALUES (gen_random_uuid(), ${phone}, 'x')`.catch(
      (error: unknown) => error,
    );
    const other = await db()
      .account.create({ data: { phone: '12', name: '张' } })
      .catch((error: unknown) => error);
    expect([twice, raw, other, new Error('23505'), null, '23505'].map(isUniqueViolation)).toEqual([true, true, false, false, false, false]);
  });
});

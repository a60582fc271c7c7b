import { db } from '../../lib/db';
import { transaction } from '../../lib/transaction';
import { withDatabase } from '../support/database';

withDatabase();

it('a statement that comes again is not parsed and planned again', async () => {
  const rows = await transaction(async (tx) => {
    for (let time = 0; time < 3; time++) await tx.account.count({ where: { name: '张建国' } });
    return tx.$queryRaw`
      SELECT generic_plans + custom_plans AS "used" FROM pg_prepared_statements WHERE statement LIKE 'SELECT COUNT%"Account"%'`;
  });
  expect(rows).toEqual([{ used: 3n }]);
  expect(await db().account.count()).toBe(0);
});

it('a list of ids, whose every length is another statement, is not kept', async () => {
  const kept = await transaction(async (tx) => {
    await tx.account.findMany({ where: { id: { in: [crypto.randomUUID(), crypto.randomUUID()] } } });
    return tx.$queryRaw`SELECT 1 FROM pg_prepared_statements WHERE statement LIKE 'SELECT "%"Account"% IN (%'`;
  });
  expect(kept).toEqual([]);
});

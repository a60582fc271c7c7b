import { randomBytes } from 'node:crypto';
import pg from 'pg';
import * as z from 'zod';
import { migrate, prisma } from '../../scripts/services/database';
import { asSuperuser, withDatabase } from '../support/database';

withDatabase();

jest.setTimeout(60_000);

function urlOf(database: string, role: 'owner' | 'app'): string {
  const url = new URL((role === 'owner' ? process.env.TEST_SUPERUSER_URL : process.env.TEST_APP_URL) ?? '');
  url.pathname = `/${database}`;
  return url.toString();
}

const ownDatabase = () => new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
const differences = (url: string) =>
  prisma(['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code'], url);

const definitions = z.array(z.object({ what: z.string() })).transform((rows) => rows.map(({ what }) => what));

/** Everything of a database that its rows have to obey, and what the application's role may do with them. */
async function describeDatabase(database: string): Promise<string[]> {
  const client = new pg.Client(urlOf(database, 'owner'));
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS what
        FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text NOT LIKE 'graphile%'
      UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT format('%s may %s %s', grantee, privilege_type, table_name) FROM information_schema.role_table_grants
        WHERE grantee = 'app' AND table_schema IN ('public', 'graphile_worker')
      ORDER BY what`);
    return definitions.parse(rows);
  } finally {
    await client.end();
  }
}

describe('the migrations', () => {
  it('make the tables that the schema describes', async () => {
    await expect(differences(urlOf(ownDatabase(), 'owner'))).resolves.toBeUndefined();
  });

  it('are seen to disagree when a table has a column that the schema does not know', async () => {
    await asSuperuser('ALTER TABLE "Setting" ADD COLUMN "forgotten" text', ownDatabase());
    await expect(differences(urlOf(ownDatabase(), 'owner'))).rejects.toThrow(/forgotten/);
    await asSuperuser('ALTER TABLE "Setting" DROP COLUMN "forgotten"', ownDatabase());
  });

  it('bring an empty database to the same tables, rules and rights, and change nothing a second time', async () => {
    const fresh = `test_${randomBytes(6).toString('hex')}`;
    await asSuperuser(`CREATE DATABASE ${fresh}`);
    try {
      const urls = { owner: urlOf(fresh, 'owner'), app: urlOf(fresh, 'app') };
      await migrate(urls);
      const first = await describeDatabase(fresh);
      expect(first.length).toBeGreaterThan(300);
      expect(first).toEqual(await describeDatabase(ownDatabase()));
      await migrate(urls);
      expect(await describeDatabase(fresh)).toEqual(first);
    } finally {
      await asSuperuser(`DROP DATABASE ${fresh} WITH (FORCE)`);
    }
  });
});

import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { shiftClock } from '../../lib/clock';
import { db, disconnect } from '../../lib/db';

const SECRET = 'a secret of at least thirty-two characters';

/** Gives a test file a database of its own, and a folder for its files; both are gone afterwards. */
export function withDatabase(): void {
  const name = `test_${randomBytes(6).toString('hex')}`;
  beforeAll(async () => {
    await asSuperuser(`CREATE DATABASE ${name} TEMPLATE template_members`);
    const url = new URL(process.env.TEST_APP_URL ?? '');
    url.pathname = `/${name}`;
    Object.assign(process.env, {
      DATABASE_URL: url.toString(),
      SITE_URL: 'http://localhost:3000',
      AUTH_SECRET: SECRET,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: SECRET,
      EMBEDDED_PROVIDERS: 'storage,sms,mail,payment',
      STORAGE: 'disk',
      STORAGE_FOLDER: path.join(process.env.TEST_FOLDER ?? '', name),
      SMS: 'embedded',
      MAIL: 'embedded',
      PAYMENT: 'embedded',
      LOG_LEVEL: 'silent',
    });
  });
  afterEach(() => shiftClock(0));
  afterAll(async () => {
    await disconnect();
    await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}

/** Runs one statement past the application's role: for what only the owner of the database may do. */
export async function asSuperuser(statement: string, database = 'postgres'): Promise<void> {
  const url = new URL(process.env.TEST_SUPERUSER_URL ?? '');
  url.pathname = `/${database}`;
  const client = new pg.Client(url.toString());
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** Until a statement of this database, or so many of them, wait for another's lock. */
export async function untilSomebodyWaits(count = 1): Promise<void> {
  const waiting = () =>
    db().$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await waiting()).length < count);
}

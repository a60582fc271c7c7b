import path from 'node:path';
import pg from 'pg';
import { buildIfChanged } from './build';
import { migrate } from './database';
import { embeddedEnvironment, prepareDatabase, ROOT, readSecrets } from './environment';
import { type EmbeddedPostgres, startPostgres } from './postgres';
import { startServer } from './server';

export type System = {
  site: string;
  environment: Record<string, string>;
  /** Resolves when the server has ended by itself. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

type Start = {
  /** Where database and files live. */
  folder: string;
  command: 'start' | 'dev';
  port: number;
  host: string;
  /** What differs from the demo's environment. */
  change?: Record<string, string>;
  /** The folder is thrown away afterwards. */
  throwAway?: boolean;
};

/**
 * Starts everything: PostgreSQL, the newest schema, the demo's data, the built application. What runs is stopped again
 * when a later step fails.
 */
export async function startSystem({ folder, command, port, host, change = {}, throwAway }: Start): Promise<System> {
  const secrets = readSecrets(path.join(ROOT, '.data'));
  const postgres = await startPostgres(path.join(folder, 'postgres'), { throwAway });
  const hold = await holdFolder(postgres);
  try {
    const urls = await prepareDatabase(postgres, 'members', secrets.databasePassword);
    const environment = { ...embeddedEnvironment({ folder, port, databaseUrl: urls.app, secrets }), ...change };
    Object.assign(process.env, environment);
    if (command === 'start') await buildIfChanged(environment);
    await migrate(urls);
    await seed();
    const server = await startServer({ command, port, host, environment, quiet: command === 'start' });
    return {
      site: environment.SITE_URL ?? '',
      environment: { ...environment, SUPERUSER_URL: urls.owner },
      ended: Promise.race([
        new Promise<void>((resolve) => server.process.once('exit', () => resolve())),
        hold.lost.then(() => console.error('\n数据库意外停止，系统将退出。数据没有丢失，请重新启动。')),
      ]),
      async stop() {
        await server.stop();
        await hold.release();
        await postgres.stop();
      },
    };
  } catch (error) {
    await hold.release();
    await postgres.stop();
    throw error;
  }
}

/**
 * Keeps a second start out of the same folder: it would share the database and stop it for both. The lock is the open
 * connection's, so that it ends with this process, however that ends. @throws Error in words when another start holds it
 */
async function holdFolder(postgres: EmbeddedPostgres): Promise<{ lost: Promise<void>; release: () => Promise<void> }> {
  const client = new pg.Client(postgres.urlFor('postgres'));
  const lost = new Promise<void>((resolve) => client.on('error', () => resolve()));
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock(20261123) AS held');
  if (!rows[0]?.held) {
    await client.end();
    throw new Error('这个文件夹里的系统已经在运行。请先停止它；要同时运行两套，请把项目复制到另一个文件夹。');
  }
  return { lost, release: () => client.end().catch(() => undefined) };
}

// Imported late: it opens the database that the environment names.
async function seed(): Promise<void> {
  const { db, disconnect } = await import('../../lib/db');
  const { seedReferenceData } = await import('../../prisma/seed/reference-data');
  const { seedDemo } = await import('../../prisma/seed/demo');
  await db().$transaction((tx) => seedReferenceData(tx));
  await seedDemo();
  await disconnect();
}

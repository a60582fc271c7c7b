import path from 'node:path';
import { buildIfChanged } from './build';
import { migrate } from './database';
import { embeddedEnvironment, prepareDatabase, ROOT, readSecrets } from './environment';
import { startPostgres } from './postgres';
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
};

/**
 * Starts everything: PostgreSQL, the newest schema, the demo's data, the built application. What runs is stopped again
 * when a later step fails.
 */
export async function startSystem({ folder, command, port, host, change = {} }: Start): Promise<System> {
  const secrets = readSecrets(path.join(ROOT, '.data'));
  const postgres = await startPostgres(path.join(folder, 'postgres'));
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
      ended: new Promise((resolve) => server.process.once('exit', () => resolve())),
      async stop() {
        await server.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

// Imported late: it opens the database that the environment names.
async function seed(): Promise<void> {
  const { db } = await import('../../lib/db');
  const { seedReferenceData } = await import('../../prisma/seed/reference-data');
  const { seedDemo } = await import('../../prisma/seed/demo');
  await db().$transaction((tx) => seedReferenceData(tx));
  await seedDemo();
  await db().$disconnect();
}

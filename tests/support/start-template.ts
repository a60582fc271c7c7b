import { chmodSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '../../scripts/services/database';
import { embeddedEnvironment, prepareDatabase, readSecrets } from '../../scripts/services/environment';
import { startPostgres } from '../../scripts/services/postgres';
import { run } from '../../scripts/services/run';

// Starts PostgreSQL in the folder given and leaves it running, with the database `template_members` migrated and seeded.
run(async () => {
  const folder = path.resolve(process.argv[2] ?? '');
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(path.join(folder, 'postgres'), { throwAway: true });
  const secrets = readSecrets(folder);
  const urls = await prepareDatabase(postgres, 'template_members', secrets.databasePassword);
  await migrate(urls);
  Object.assign(process.env, embeddedEnvironment({ folder, port: 0, databaseUrl: urls.app, secrets }));
  const { db, disconnect } = await import('../../lib/db');
  const { seedReferenceData } = await import('../../prisma/seed/reference-data');
  await db().$transaction((tx) => seedReferenceData(tx));
  await disconnect();
  console.log(JSON.stringify({ superuserUrl: postgres.urlFor('postgres'), appUrl: urls.app }));
});

import { rmSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '../../scripts/services/postgres';
import { run } from '../../scripts/services/run';

// Stops what start-template.ts left running, and clears the folder away.
run(async () => {
  const folder = path.resolve(process.argv[2] ?? '');
  const postgres = await startPostgres(path.join(folder, 'postgres'));
  await postgres.stop();
  rmSync(postgres.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

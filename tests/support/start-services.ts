import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewProcess } from './run-in-new-process';

/** One PostgreSQL for the whole run, with a migrated database as the template of every test file's own. */
export default async function startServices(): Promise<void> {
  process.env.TEST_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'cacem-test-'));
  const { superuserUrl, appUrl } = await runInNewProcess('start-template.ts', process.env.TEST_FOLDER);
  Object.assign(process.env, { TEST_SUPERUSER_URL: superuserUrl, TEST_APP_URL: appUrl });
}

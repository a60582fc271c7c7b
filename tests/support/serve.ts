import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/services/run';
import { startSystem } from '../../scripts/services/system';
import { newBucket, testServer } from './bucket';

// The built product for the browser tests: on a free port and in a folder of its own, until it is told to stop.
run(async () => {
  const port = Number(process.env.E2E_PORT);
  const folder = mkdtempSync(path.join(tmpdir(), 'cacem-e2e-'));
  chmodSync(folder, 0o755); // root's PostgreSQL runs as another user
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  // Behind one proxy: each test names its own client address, so that limits do not reach across tests.
  const change = { TRUSTED_PROXIES: '1', LOG_LEVEL: 'error', ...(process.env.E2E_STORAGE === 's3' && (await bucketEnvironment(port))) };
  const system = await startSystem({ folder, command: 'start', port, host: '127.0.0.1', change, throwAway: true });
  writeFileSync(process.env.E2E_ENVIRONMENT ?? '', JSON.stringify(system.environment));
  await Promise.race([asked, system.ended]);
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function bucketEnvironment(port: number): Promise<Record<string, string>> {
  const server = testServer();
  if (!server) throw new Error('S3_TEST_ENDPOINT names no server');
  const { endpoint, accessKeyId, secretAccessKey, bucket } = await newBucket(server, [`http://localhost:${port}`]);
  return {
    STORAGE: 's3',
    S3_ENDPOINT: endpoint,
    S3_FORCE_PATH_STYLE: 'true',
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  };
}

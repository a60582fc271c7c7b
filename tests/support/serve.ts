import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/services/run';
import { startSystem } from '../../scripts/services/system';

// The built product for the browser tests: on a free port and in a folder of its own, until it is told to stop.
run(async () => {
  const port = Number(process.env.E2E_PORT);
  const folder = mkdtempSync(path.join(tmpdir(), 'cacem-e2e-'));
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  // Behind one proxy: each test names its own client address, so that limits do not reach across tests.
  const change = { TRUSTED_PROXIES: '1', LOG_LEVEL: 'error' };
  const system = await startSystem({ folder, command: 'start', port, host: '127.0.0.1', change });
  writeFileSync(process.env.E2E_ENVIRONMENT ?? '', JSON.stringify(system.environment));
  await Promise.race([asked, system.ended]);
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

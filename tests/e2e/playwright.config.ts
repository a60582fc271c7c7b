import { defineConfig } from '@playwright/test';

const port = process.env.E2E_PORT ?? '';

/** What `npm test` walks; the rest comes with `npm test -- --all`. */
const CORE = ['access-matrix.spec.ts', 'journey.spec.ts', 'return-and-correct.spec.ts', 'strangers.spec.ts'];
/** What changes a setting that holds for everybody, or counts or compares what the whole database does, waits for the others. */
const ALONE = ['two-stages.spec.ts', 'statements.spec.ts', 'action-fuzz.spec.ts'];

// Run by scripts/test.ts, which finds a port and a browser. One that failed is looked at with `--trace retain-on-failure`.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.E2E_BROWSER,
      args: (process.env.E2E_BROWSER_ARGS ?? '').split(' ').filter(Boolean),
    },
  },
  // One of the last three by itself: `npm test -- e2e two-stages --no-deps`.
  projects: [
    { name: 'core', testMatch: CORE },
    { name: 'wide', testIgnore: [...CORE, ...ALONE] },
    { name: 'afterwards', testMatch: 'two-stages.spec.ts', dependencies: ['core', 'wide'] },
    { name: 'alone', testMatch: 'statements.spec.ts', dependencies: ['afterwards'] },
    { name: 'at last', testMatch: 'action-fuzz.spec.ts', dependencies: ['alone'] },
  ],
  webServer: {
    command: 'node --import tsx --conditions=react-server tests/support/serve.ts',
    cwd: '../..',
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 300_000, // it may have to build first
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
});

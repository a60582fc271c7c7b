import { defineConfig } from '@playwright/test';

const port = process.env.E2E_PORT ?? '';

// Run by scripts/test.ts, which finds a port and a browser.
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
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.E2E_BROWSER,
      args: (process.env.E2E_BROWSER_ARGS ?? '').split(' ').filter(Boolean),
    },
  },
  // What changes a setting that holds for everybody waits for the others, and so does what counts the statements of the whole
  // database, or compares it; alone: `npm test -- e2e two-stages --no-deps`.
  projects: [
    { name: 'all', testIgnore: ['two-stages.spec.ts', 'statements.spec.ts', 'action-fuzz.spec.ts'] },
    { name: 'afterwards', testMatch: 'two-stages.spec.ts', dependencies: ['all'] },
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

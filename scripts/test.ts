import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../tests/support/browser';
import { ROOT } from './services/environment';
import { freePort } from './services/postgres';
import { hasRadosgw, type ObjectServer, startRadosgw } from './services/radosgw';
import { run } from './services/run';

const JEST = ['-c', 'tests/jest.config.mjs'];
const E2E = ['test', '-c', 'tests/e2e/playwright.config.ts'];
const UPLOADING = ['journey.spec.ts', 'uploads.spec.ts'];

type Step = { name: string; command: string; args: string[]; environment?: () => Promise<Record<string, string>> };

/** What takes longest: models, files that attack, whole imports, processes that are killed. */
const SLOW =
  'tests/(domain/(.*-model|.*import-.*|upload-corpus|interrupted|two-instances|proof-of-work|picture-codes|verify-certificate|form-numbers|read-statement|workbooks|receipt-.*|migrations|uploads|statements|online-payments|reminders|personal|two-stages)|contracts/storage)\\.test';

/** Within ten minutes on two cores. */
const usualSteps: readonly Step[] = [
  { name: 'lint', command: 'biome', args: ['ci', '--diagnostic-level=warn', '.'] },
  { name: 'types', command: 'next', args: ['typegen'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'jest', command: 'jest', args: [...JEST, '--testPathIgnorePatterns', SLOW] },
  { name: 'e2e', command: 'playwright', args: [...E2E, '--project=core'], environment: browserEnvironment },
];

/** All that a change has to pass; what continuous integration runs. */
const allSteps: readonly Step[] = [
  ...usualSteps.filter(({ name }) => name === 'lint' || name === 'types'),
  { name: 'jest', command: 'jest', args: JEST },
  { name: 'e2e', command: 'playwright', args: E2E, environment: browserEnvironment },
  { name: 'e2e-s3', command: 'playwright', args: [...E2E, ...UPLOADING], environment: s3Environment },
];

const LONG = { LONG: '1', MODEL_RUNS: '1000', MODEL_STEPS: '50', FUZZ_REQUESTS: '5000' };

/** Hours rather than minutes, by hand or at night: the same tests as above, with everything that they leave out there. */
const longSteps: readonly Step[] = [
  { name: 'interrupted', command: 'jest', args: [...JEST, 'interrupted'], environment: async () => LONG },
  { name: 'model', command: 'jest', args: [...JEST, 'application-model', 'company-model'], environment: async () => LONG },
  { name: 'dues', command: 'jest', args: [...JEST, 'dues-model', 'match-speed', 'reminders'], environment: async () => LONG },
  {
    name: 'fuzz',
    command: 'playwright',
    args: [...E2E, 'action-fuzz'],
    environment: async () => ({ ...(await browserEnvironment()), ...LONG }),
  },
];

// Files on S3 are tested when S3_TEST_ENDPOINT names a server, or this machine has the packages of one.
// `npm test` runs the usual steps, `npm run test:all` all of them; `npm test -- jest tests/domain/uscc.test.ts` one, with
// arguments of its own. `npm run test:long` does the same with the long ones.
run(async () => {
  const isLong = process.argv.includes('--long');
  const [only, ...rest] = process.argv.slice(2).filter((part) => part !== '--long' && part !== '--all');
  const steps = isLong ? longSteps : only || process.argv.includes('--all') ? allSteps : usualSteps;
  const chosen = steps.filter(({ name }) => !only || name === only);
  if (!chosen.length) throw new Error(`有这些步骤：${[...new Set(steps.map(({ name }) => name))].join('、')}`);
  const began = performance.now();
  const isOfFiles = steps === allSteps && (!only || only === 'jest' || only === 'e2e-s3');
  const objects = isOfFiles && !process.env.S3_TEST_ENDPOINT && hasRadosgw() ? await startRadosgw() : null;
  if (objects) Object.assign(process.env, testEnvironmentOf(objects));
  try {
    await runAll(chosen, rest);
  } finally {
    await objects?.stop();
  }
  console.log(`\n全部通过，用时 ${((performance.now() - began) / 1000).toFixed(0)} s。`);
});

async function runAll(chosen: readonly Step[], rest: string[]): Promise<void> {
  for (const step of chosen) {
    if (step.name === 'e2e-s3' && !process.env.S3_TEST_ENDPOINT) {
      console.log('\n── e2e-s3：没有 S3 服务（S3_TEST_ENDPOINT，或 Debian 的 radosgw、ceph-mon、ceph-osd），这一步没有测试。');
      continue;
    }
    const start = performance.now();
    console.log(`\n── ${step.name}: ${step.command} ${step.args.join(' ')}`);
    await execute(step, rest);
    console.log(`── ${step.name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}

async function execute({ name, command, args, environment }: Step, rest: string[]): Promise<void> {
  const extra = (await environment?.()) ?? {};
  const child = spawn(path.join(ROOT, 'node_modules/.bin', command), [...args, ...rest], {
    cwd: ROOT,
    env: { ...process.env, TZ: 'Asia/Shanghai', NEXT_TELEMETRY_DISABLED: '1', ...extra },
    stdio: 'inherit',
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${name} 没有通过。`);
}

async function browserEnvironment(): Promise<Record<string, string>> {
  const { executablePath, args, environment } = await findBrowser();
  return {
    ...environment,
    E2E_PORT: String(await freePort()),
    E2E_ENVIRONMENT: path.join(tmpdir(), `cacem-e2e-${process.pid}.json`),
    E2E_BROWSER: executablePath,
    E2E_BROWSER_ARGS: args.join(' '),
    NODE_OPTIONS: '--conditions=react-server', // the tests' builders are the product's own server code
  };
}

async function s3Environment(): Promise<Record<string, string>> {
  return { ...(await browserEnvironment()), E2E_STORAGE: 's3' };
}

function testEnvironmentOf({ endpoint, accessKeyId, secretAccessKey }: ObjectServer): Record<string, string> {
  return { S3_TEST_ENDPOINT: endpoint, S3_TEST_ACCESS_KEY_ID: accessKeyId, S3_TEST_SECRET_ACCESS_KEY: secretAccessKey };
}

import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../tests/support/browser';
import { ROOT } from './services/environment';
import { freePort } from './services/postgres';
import { run } from './services/run';

type Step = { name: string; command: string; args: string[]; environment?: () => Promise<Record<string, string>> };

const steps: readonly Step[] = [
  { name: 'lint', command: 'biome', args: ['ci', '--diagnostic-level=warn', '.'] },
  { name: 'types', command: 'next', args: ['typegen'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'jest', command: 'jest', args: ['-c', 'tests/jest.config.mjs'] },
  { name: 'e2e', command: 'playwright', args: ['test', '-c', 'tests/e2e/playwright.config.ts'], environment: browserEnvironment },
];

// `npm test` runs every step; `npm test -- jest tests/domain/uscc.test.ts` one of them, with arguments of its own.
run(async () => {
  const [only, ...rest] = process.argv.slice(2);
  const chosen = steps.filter(({ name }) => !only || name === only);
  if (!chosen.length) throw new Error(`有这些步骤：${[...new Set(steps.map(({ name }) => name))].join('、')}`);
  const began = performance.now();
  for (const step of chosen) {
    const start = performance.now();
    console.log(`\n── ${step.name}: ${step.command} ${step.args.join(' ')}`);
    await execute(step, rest);
    console.log(`── ${step.name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  console.log(`\n全部通过，用时 ${((performance.now() - began) / 1000).toFixed(0)} s。`);
});

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

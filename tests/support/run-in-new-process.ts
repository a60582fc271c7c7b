import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** Runs a script of this folder as the project's scripts run, outside of the test runner's module system; reads its answer. */
export async function runInNewProcess(script: string, ...args: string[]): Promise<Record<string, string>> {
  const file = path.join(__dirname, script);
  // The test runner gives each test file an environment of its own, which a process does not inherit by itself.
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--conditions=react-server', file, ...args], {
    env: process.env,
  });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return last.startsWith('{') ? JSON.parse(last) : {};
}

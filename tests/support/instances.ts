import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';

const outcomes = z.array(z.string());

/** Processes that run a script of this folder on the test's database, as several servers would, and answer line by line. */
export type Instances = {
  /** Gives each instance its part at the same moment; what they answer, in their order. */
  ask: (...parts: unknown[]) => Promise<string[][]>;
  stop: () => Promise<void>;
};

/** Starts them, and waits until each has reached the database. */
export async function startInstances(script: string, count: number): Promise<Instances> {
  const file = path.join(__dirname, script);
  const instances = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', file], {
      env: process.env, // the test's own, which is not that of the test runner's process
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
  });
  const readLine = async ({ lines }: (typeof instances)[number]) => String((await lines.next()).value);
  await Promise.all(instances.map(readLine));
  return {
    ask(...parts) {
      for (const [n, { child }] of instances.entries()) child.stdin.write(`${JSON.stringify(parts[n])}\n`);
      return Promise.all(instances.map(async (instance) => outcomes.parse(JSON.parse(await readLine(instance)))));
    },
    async stop() {
      await Promise.all(instances.map(({ child }) => ended(child)));
    },
  };
}

async function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return;
  const end = new Promise((resolve) => child.on('close', resolve));
  child.stdin?.end();
  return end;
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { nextBinary } from '../services/build';
import { ROOT } from '../services/environment';
import { freePort } from '../services/postgres';
import { serving, startServer } from '../services/server';

export type Process = { site: string; pid: number; stop: () => Promise<void> };

/** The built product on a port. */
export async function startProduct(port: number, environment: Record<string, string>): Promise<Process> {
  const server = await startServer({ command: 'start', port, environment, quiet: true });
  return { site: environment.SITE_URL ?? '', pid: server.process.pid ?? 0, stop: server.stop };
}

/** E, built. */
export async function startEmptyApp(folder: string, databaseUrl: string): Promise<Process> {
  const port = await freePort();
  const args = [nextBinary(), 'start', folder, '-p', String(port), '-H', '127.0.0.1'];
  return start(args, `http://127.0.0.1:${port}`, '/static', { DATABASE_URL: databaseUrl, NODE_ENV: 'production' });
}

/** node:http and pg. */
export async function startYardstick(databaseUrl: string): Promise<Process> {
  const port = await freePort();
  return start(['--import', 'tsx', path.join(__dirname, 'yardstick.ts'), String(port), databaseUrl], `http://127.0.0.1:${port}`, '/', {});
}

/** Resident memory in MiB, of the process and what it started. */
export function memoryOf({ pid }: Process): number {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const all = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const family = (parent: number): number[] => [parent, ...all.filter(([, of]) => of === parent).flatMap(([child = 0]) => family(child))];
  const members = family(pid);
  return Math.round(all.filter(([id = 0]) => members.includes(id)).reduce((sum, [, , kib = 0]) => sum + kib, 0) / 1024);
}

async function start(args: string[], site: string, ready: string, environment: Record<string, string>): Promise<Process> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await serving(`${site}${ready}`);
  return { site, pid: child.pid ?? 0, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

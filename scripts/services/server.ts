import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nextBinary } from './build';
import { ROOT } from './environment';

export type Server = { process: ChildProcess; stop: () => Promise<void> };

type Start = { command: 'start' | 'dev'; port: number; host?: string; environment: Record<string, string>; quiet?: boolean };

const PATIENCE_MS = 60_000;
/** Longer than a proxy or a client keeps a connection that is not used: else it sends a request into one that has just been closed. */
const KEEP_ALIVE_MS = 75_000;

/** Starts Next and answers once it serves. It ends with this process, even when that is killed. */
export async function startServer({ command, port, host = '127.0.0.1', environment, quiet = false }: Start): Promise<Server> {
  const preload = path.join(__dirname, 'leave-with-parent.mjs');
  const keepAlive = command === 'start' ? ['--keepAliveTimeout', String(KEEP_ALIVE_MS)] : [];
  const child = spawn(process.execPath, ['--import', preload, nextBinary(), command, '-p', String(port), '-H', host, ...keepAlive], {
    cwd: ROOT,
    env: { ...process.env, ...environment, NODE_ENV: command === 'dev' ? 'development' : 'production' },
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<never>((_, reject) => child.once('exit', (code) => reject(new Error(`服务没有启动（退出码 ${code}）。`))));
  ended.catch(() => undefined);
  await Promise.race([serving(`http://${host}:${port}/api/health`), ended]);
  return {
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([gone, wait(10_000).then(() => child.kill('SIGKILL'))]);
    },
  };
}

/** @throws Error in words when somebody else listens on the port */
export async function requirePort(port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new Error(`端口 ${port} 已被占用。请关闭占用它的程序，或换一个端口：PORT=${port + 1} npm run demo`)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Answers once the address does. @throws Error after a minute */
export async function serving(address: string): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await wait(100)) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${address} 一分钟内没有响应。`);
}

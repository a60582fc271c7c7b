import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './environment';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'middleware.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const MARK = path.join(ROOT, '.next/source-hash');

/** Builds the application unless the last build was of these very sources with this very key. */
export async function buildIfChanged(environment: Record<string, string>): Promise<void> {
  const hash = sourceHash(environment.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === hash) return;
  console.log('正在构建，约需半分钟…');
  const child = spawn(process.execPath, [nextBinary(), 'build'], {
    cwd: ROOT,
    env: { ...process.env, ...environment, NODE_ENV: 'production', TYPES_CHECKED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`构建失败：\n${output}`);
  writeFileSync(MARK, hash);
}

/** Next's command line, to run with this Node. */
export function nextBinary(): string {
  return require.resolve('next/dist/bin/next');
}

function sourceHash(key: string): string {
  const hash = createHash('sha256').update(key);
  for (const source of SOURCES) {
    const place = path.join(ROOT, source);
    if (!existsSync(place)) continue;
    const files = statSync(place).isFile()
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' })
          .toSorted()
          .map((name) => path.join(place, name));
    for (const file of files) if (statSync(file).isFile()) hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

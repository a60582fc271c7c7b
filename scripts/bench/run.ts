import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { buildIfChanged } from '../services/build';
import { migrate } from '../services/database';
import { embeddedEnvironment, prepareDatabase, ROOT, readSecrets } from '../services/environment';
import { type EmbeddedPostgres, ensureDatabase, freePort, startPostgres } from '../services/postgres';
import { run } from '../services/run';
import { measureCertificates } from './certificates';
import { buildEmptyApp, emptyPages, fillEmptyApp, yardstickPage } from './empty-app';
import { measureHashing } from './hashing';
import { HttpClient } from './http-client';
import { type Figure, load, type Page } from './load';
import { FEW, type Measured, productPages } from './pages';
import { memoryOf, type Process, startEmptyApp, startProduct, startYardstick } from './processes';
import { type Line, report } from './report';
import type { Seeded } from './seed';
import { countStatements } from './statements';
import { weigh } from './weigh';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '6' },
    /** Parts of page names, separated by commas. */
    only: { type: 'string', default: '' },
  },
});

type Site = { environment: Record<string, string>; owner: string; seeded: Seeded; port: number };
type Servers = { small: Process; large: Process; empty: Process; yardstick: Process };

// `npm run bench`: the product beside an empty Next app and node:http + pg, interleaved, all on this machine.
run(async () => {
  const folder = path.join(ROOT, '.data', 'bench');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const postgres = await startPostgres(path.join(folder, 'postgres'));
  const servers: Process[] = [];
  try {
    console.log('正在准备数据…');
    const small = await prepareSite(postgres, folder, { name: 'small', rows: 10_000 });
    const large = await prepareSite(postgres, folder, { name: 'large', rows: 100_000 });
    await ensureDatabase(postgres, 'bench_empty');
    const emptyUrl = postgres.urlFor('bench_empty');
    await fillEmptyApp(emptyUrl);
    await buildIfChanged(small.environment);
    const empty = await buildEmptyApp({ DATABASE_URL: emptyUrl });
    const started: Servers = {
      small: await startProduct(small.port, small.environment),
      large: await startProduct(large.port, large.environment),
      empty: await startEmptyApp(empty, emptyUrl),
      yardstick: await startYardstick(emptyUrl),
    };
    servers.push(...Object.values(started));
    const wanted = options.only.split(',');
    const pages = productPages(small.seeded, large.seeded).filter(({ name }) => wanted.some((part) => name.includes(part)));
    const statements = await statementsOf(pages, started, postgres);
    const weights = await weightsOf(pages, started);
    const lines = await rates(pages, started, path.join(folder, 'figures.jsonl'));
    const memory = { ours: memoryOf(started.small), empty: memoryOf(started.empty) };
    Object.assign(process.env, small.environment);
    const whole = !options.only;
    const certificates = whole ? await measureCertificates(started.small.site, small.seeded) : null;
    const hashing = whole ? await measureHashing(started.small.site, small.seeded, small.owner) : null;
    console.log(`\n${report(lines, { statements, weights, memory, certificates, hashing })}`);
  } finally {
    for (const { stop } of servers) await stop();
    await postgres.stop();
  }
});

async function prepareSite(postgres: EmbeddedPostgres, folder: string, { name, rows }: { name: string; rows: number }): Promise<Site> {
  const secrets = readSecrets(path.join(ROOT, '.data'));
  const urls = await prepareDatabase(postgres, `bench_${name}`, secrets.databasePassword);
  await migrate(urls);
  const port = await freePort();
  const environment = {
    ...embeddedEnvironment({ folder: path.join(folder, name), port, databaseUrl: urls.app, secrets }),
    SITE_URL: `http://127.0.0.1:${port}`,
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'error',
  };
  const file = path.join(folder, `${name}.json`);
  const script = path.join(__dirname, 'seed-database.ts');
  const args = ['--import', 'tsx', '--conditions=react-server', script, urls.owner, String(rows), file];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...environment } });
  return { environment, owner: urls.owner, seeded: JSON.parse(readFileSync(file, 'utf8')), port };
}

async function rates(pages: readonly Measured[], servers: Servers, file: string): Promise<Line[]> {
  const lines: Line[] = [];
  const reads = pages.filter(({ writes }) => !writes);
  const ordered = [...reads, ...pages.filter(({ writes }) => writes)];
  for (let round = 1; round <= Number(options.rounds); round++) {
    for (const page of ordered) {
      const yardstick = (await measure(servers.yardstick, yardstickPage, 20, 2)).perSecond;
      for (const clients of page.clients ?? FEW) {
        const beside = await measure(servers.empty, emptyPages[page.beside], clients);
        const ours = await measure(servers[page.on], page, clients);
        const line: Line = { page: page.name, aim: page.aim, round, clients, ours, beside, shape: page.beside, yardstick };
        lines.push(line);
        appendFileSync(file, `${JSON.stringify(line)}\n`);
        const share = ((ours.perSecond / beside.perSecond) * 100).toFixed(1);
        console.log(
          `${round} ${page.name} ×${clients}  ${ours.perSecond}/s  E ${beside.perSecond}/s  ${share} %  p99 ${ours.p99}  ${ours.firstError}`,
        );
      }
    }
  }
  return lines;
}

async function measure(server: Process, page: Page, count: number, seconds = Number(options.seconds)): Promise<Figure> {
  const clients = Array.from({ length: count }, (_, n) => newClient(server, n));
  const figure = await load(page, clients, seconds);
  for (const client of clients) client.close();
  return figure;
}

function newClient({ site }: Process, n = 0): HttpClient {
  return new HttpClient(site, () => ({ 'x-forwarded-for': `10.0.${n >> 8}.${n & 255}` }));
}

async function statementsOf(pages: readonly Measured[], servers: Servers, postgres: EmbeddedPostgres): Promise<Record<string, number>> {
  const counted: [string, number][] = [];
  for (const page of pages)
    counted.push([page.name, await countStatements(postgres.urlFor('postgres'), postgres.folder, page, newClient(servers[page.on]))]);
  return Object.fromEntries(counted);
}

async function weightsOf(pages: readonly Measured[], servers: Servers) {
  const weighed = pages.filter(({ writes, beside }) => !writes && beside !== 'file');
  const entries = await Promise.all(weighed.map(async (page) => [page.name, await weigh(page, newClient(servers[page.on]))] as const));
  return { empty: await weigh(emptyPages.rendered, newClient(servers.empty)), pages: Object.fromEntries(entries) };
}

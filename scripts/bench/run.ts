import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { buildIfChanged } from '../services/build';
import { migrate } from '../services/database';
import { embeddedEnvironment, prepareDatabase, ROOT, readSecrets } from '../services/environment';
import { asSuperuser, type EmbeddedPostgres, ensureDatabase, freePort, startPostgres } from '../services/postgres';
import { run } from '../services/run';
import { signInAgain, unusedOf } from './again';
import { measureCertificates } from './certificates';
import { buildEmptyApp, emptyPages, fillEmptyApp, yardstickPage } from './empty-app';
import { measureHashing } from './hashing';
import { HttpClient } from './http-client';
import { type Figure, load, type Page } from './load';
import { FEW, type Measured, type Size as SiteSize } from './measured';
import { makeCertificates, productPages } from './pages';
import { memoryOf, type Process, startEmptyApp, startProduct, startYardstick } from './processes';
import { type Line, report } from './report';
import type { Seeded, Size } from './seed';
import { countStatements } from './statements';
import { weigh } from './weigh';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '6' },
    /** Parts of page names, separated by commas. */
    only: { type: 'string', default: '' },
    /** Works on the data of the last run. */
    again: { type: 'boolean', default: false },
  },
});

type Site = { environment: Record<string, string>; owner: string; seeded: Seeded; port: number };
type Servers = Record<SiteSize | 'empty' | 'yardstick', Process>;

const contents: Readonly<Record<SiteSize, Size>> = {
  small: { applications: 10_000, members: 10_000, years: 10 },
  large: { applications: 100_000, members: 100_000, years: 10 },
  huge: { applications: 50, members: 1_000_000, years: 1 },
};

// `npm run bench`: the product beside an empty Next app and node:http + pg, interleaved, all on this machine.
run(async () => {
  const folder = path.join(ROOT, '.data', 'bench');
  if (!options.again) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const postgres = await startPostgres(path.join(folder, 'postgres'));
  const servers: Process[] = [];
  try {
    console.log('正在准备数据…');
    const small = await prepareSite(postgres, folder, 'small');
    const large = await prepareSite(postgres, folder, 'large');
    const huge = await prepareSite(postgres, folder, 'huge');
    await ensureDatabase(postgres, 'bench_empty');
    const emptyUrl = postgres.urlFor('bench_empty');
    await fillEmptyApp(emptyUrl);
    await buildIfChanged(small.environment);
    const empty = await buildEmptyApp({ DATABASE_URL: emptyUrl });
    const started: Servers = {
      small: await startProduct(small.port, small.environment),
      large: await startProduct(large.port, large.environment),
      huge: await startProduct(huge.port, huge.environment),
      empty: await startEmptyApp(empty, emptyUrl),
      yardstick: await startYardstick(emptyUrl),
    };
    servers.push(...Object.values(started));
    const wanted = options.only.split(',');
    const isWanted = (name: string) => wanted.some((part) => name.includes(part));
    const pages = productPages({ small: small.seeded, large: large.seeded, huge: huge.seeded }).filter(({ name }) => isWanted(name));
    const prepare = async () => {
      for (const { owner } of [small, large, huge]) await signInAgain(owner);
    };
    await prepare();
    await makeCertificates(newClient(started.small), small.seeded);
    const statements = await statementsOf(
      pages.filter(({ on }) => on !== 'huge'),
      started,
      postgres,
    );
    const weights = await weightsOf(pages, started);
    const lines = await rates(pages, started, path.join(folder, 'figures.jsonl'), prepare);
    const memory = { ours: memoryOf(started.small), empty: memoryOf(started.empty) };
    Object.assign(process.env, small.environment);
    const certificates = isWanted('会员证') ? await measureCertificates(started.small.site, small.seeded) : null;
    const hashing = isWanted('登录') ? await measureHashing(started.small.site, small.seeded, small.owner) : null;
    console.log(`\n${report(lines, { statements, weights, memory, certificates, hashing })}`);
  } finally {
    for (const { stop } of servers) await stop();
    await postgres.stop();
  }
});

async function prepareSite(postgres: EmbeddedPostgres, folder: string, name: SiteSize): Promise<Site> {
  const file = path.join(folder, `${name}.json`);
  if (!existsSync(file)) await asSuperuser(postgres, 'postgres', (client) => client.query(`DROP DATABASE IF EXISTS bench_${name}`)); // half filled
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
  const seeded = async () => ({
    environment,
    owner: urls.owner,
    seeded: await unusedOf(urls.owner, JSON.parse(readFileSync(file, 'utf8'))),
    port,
  });
  if (existsSync(file)) return seeded();
  const { applications, members, years } = contents[name];
  const script = path.join(__dirname, 'seed-database.ts');
  const args = [
    '--import',
    'tsx',
    '--conditions=react-server',
    script,
    urls.owner,
    String(applications),
    String(members),
    String(years),
    file,
  ];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...environment } });
  return seeded();
}

async function rates(pages: readonly Measured[], servers: Servers, file: string, prepare: () => Promise<void>): Promise<Line[]> {
  const lines: Line[] = [];
  const reads = pages.filter(({ writes }) => !writes);
  const ordered = [...reads, ...pages.filter(({ writes }) => writes)];
  for (let round = 1; round <= Number(options.rounds); round++) {
    await prepare();
    for (const page of ordered) {
      const yardstick = (await measure(servers.yardstick, yardstickPage, 20)).perSecond;
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

const MANY = 200;

// A crowd is answered in waves of some seconds: counted over several.
async function measure(server: Process, page: Page, count: number): Promise<Figure> {
  const clients = Array.from({ length: count }, () => newClient(server));
  const seconds = Number(options.seconds);
  const figure = count < MANY ? await load(page, clients, seconds, 0.5) : await load(page, clients, Math.max(seconds, 30), 6);
  for (const client of clients) client.close();
  return figure;
}

let addresses = 0;

// Each request from an address of its own: limits by address are measured, and hold nobody up.
function newClient({ site }: Process): HttpClient {
  return new HttpClient(site, (address = ++addresses) => ({
    'x-forwarded-for': `10.${[16, 8, 0].map((bits) => (address >> bits) & 255).join('.')}`,
  }));
}

async function statementsOf(pages: readonly Measured[], servers: Servers, postgres: EmbeddedPostgres): Promise<Record<string, number>> {
  const counted: [string, number][] = [];
  for (const page of pages)
    counted.push([page.name, await countStatements(postgres.urlFor('postgres'), postgres.folder, page, newClient(servers[page.on]))]);
  return Object.fromEntries(counted);
}

async function weightsOf(pages: readonly Measured[], servers: Servers) {
  const weighed = pages.filter(({ writes, beside }) => !writes && beside !== 'file');
  const entries: [string, Awaited<ReturnType<typeof weigh>>][] = [];
  for (const page of weighed) entries.push([page.name, await weigh(page, newClient(servers[page.on]))]);
  return { empty: await weigh(emptyPages.rendered, newClient(servers.empty)), pages: Object.fromEntries(entries) };
}

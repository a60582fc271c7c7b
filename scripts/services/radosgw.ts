import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './postgres';
import { serving } from './server';

const run = promisify(execFile);
const PATIENCE = 60_000;

export type ObjectServer = { endpoint: string; accessKeyId: string; secretAccessKey: string; stop: () => Promise<void> };

/**
 * A real S3-compatible server for tests: Ceph's gateway over one monitor and one store in memory, on free ports of
 * 127.0.0.1 and in a folder of its own. Needs the Debian packages radosgw, ceph-mon and ceph-osd.
 */
export async function startRadosgw(): Promise<ObjectServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cacem-radosgw-'));
  const [monitor, legacy, gateway] = [await freePort(), await freePort(), await freePort()];
  const cluster = { fsid: randomUUID(), store: randomUUID(), monitors: `[v2:127.0.0.1:${monitor},v1:127.0.0.1:${legacy}]` };
  const keys = { accessKeyId: randomBytes(8).toString('hex'), secretAccessKey: randomBytes(20).toString('hex') };
  const endpoint = `http://127.0.0.1:${gateway}`;
  for (const name of ['mon', 'osd', 'run']) mkdirSync(path.join(folder, name));
  const file = path.join(folder, 'ceph.conf');
  writeFileSync(file, configuration(folder, cluster, gateway));
  const processes: ChildProcess[] = [];
  const start = (command: string, ...args: string[]) => {
    const log = openSync(path.join(folder, `${command}.out`), 'a');
    processes.push(spawn(command, ['-c', file, ...args, '-f'], { stdio: ['ignore', log, log] }));
  };
  const call = (command: string, ...args: string[]) => run(command, ['-c', file, ...args], { timeout: PATIENCE });
  const stop = async () => {
    await Promise.all(processes.toReversed().map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const map = path.join(folder, 'monmap');
    await run('monmaptool', ['--create', '--fsid', cluster.fsid, '--addv', 'a', cluster.monitors, map]);
    await call('ceph-mon', '-i', 'a', '--mkfs', '--monmap', map);
    start('ceph-mon', '-i', 'a');
    await call('ceph', 'osd', 'new', cluster.store);
    await call('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', cluster.store);
    start('ceph-osd', '-i', '0');
    start('radosgw', '-n', 'client.admin', '--no-mon-config');
    const { accessKeyId, secretAccessKey } = keys;
    await call(
      'radosgw-admin',
      ...['user', 'create', '--uid', 'tests', '--display-name', 'tests'],
      ...['--access-key', accessKeyId, '--secret-key', secretAccessKey],
    );
    await serving(endpoint);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, ...keys, stop };
}

/** Whether this machine has the gateway's packages. */
export function hasRadosgw(): boolean {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return ['radosgw', 'ceph-mon', 'ceph-osd'].every((name) => folders.some((folder) => existsSync(path.join(folder, name))));
}

function configuration(folder: string, { fsid, monitors }: { fsid: string; monitors: string }, gateway: number): string {
  return `[global]
fsid = ${fsid}
mon_initial_members = a
mon_host = ${monitors}
public_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_mon_client_mode = crc
osd_objectstore = memstore
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 2
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 2000
mon_data_avail_crit = 0
mon_data_avail_warn = 0
paxos_propose_interval = 0.05
mon_data = ${folder}/mon
osd_data = ${folder}/osd
run_dir = ${folder}/run
admin_socket = ${folder}/run/$name.asok
log_file = ${folder}/$name.log
[client.admin]
rgw_frontends = beast endpoint=127.0.0.1:${gateway}
`;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([gone, wait(5000).then(() => child.kill('SIGKILL'))]);
}

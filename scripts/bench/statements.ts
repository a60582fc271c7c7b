import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { HttpClient } from './http-client';
import { once, type Page } from './load';

/** How many SQL statements one request of a page sends, read from the database's own log; the second request counts. */
export async function countStatements(
  superuser: string,
  folder: string,
  page: Page & { name?: string },
  client: HttpClient,
): Promise<number> {
  const admin = new pg.Client(superuser);
  await admin.connect();
  const log = (setting: string) =>
    admin.query(`ALTER SYSTEM SET log_statement = '${setting}'`).then(() => admin.query('SELECT pg_reload_conf()'));
  const size = () => readFileSync(path.join(folder, 'server.log')).length;
  try {
    await once(page, client);
    await log('all');
    await untilLogging(admin, size);
    const before = size();
    const { failure } = await once(page, client);
    if (failure) throw new Error(`${page.name ?? ''} ${failure}`);
    const lines = readFileSync(path.join(folder, 'server.log')).subarray(before).toString();
    return lines.split('\n').filter((line) => /LOG: {2}(execute|statement)/.test(line) && !/graphile_worker|pg_notify|LISTEN/.test(line))
      .length;
  } finally {
    await log('none');
    await admin.end();
  }
}

async function untilLogging(admin: pg.Client, size: () => number): Promise<void> {
  for (const before = size(); size() === before; ) await admin.query('SELECT 1');
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { nextBinary } from '../services/build';
import { ROOT } from '../services/environment';
import { encodeForm, readForm } from './form';
import type { HttpClient } from './http-client';
import type { Page } from './load';

const run = promisify(execFile);
const FOLDER = path.join(__dirname, 'empty-app');
const ROWS = 100_000;

/** Builds E, the empty Next app of the same versions; its sources never change with the product's. */
export async function buildEmptyApp(environment: Record<string, string>): Promise<string> {
  const env = { ...process.env, ...environment, NODE_ENV: 'production' as const };
  const schema = path.join(FOLDER, 'prisma/schema.prisma');
  await run(process.execPath, [require.resolve('prisma/build/index.js'), 'generate', '--schema', schema], { cwd: ROOT, env });
  await run(process.execPath, [nextBinary(), 'build'], { cwd: FOLDER, env });
  return FOLDER;
}

/** The tables of E and of the yardstick, with 100,000 rows. */
export async function fillEmptyApp(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`
    DROP TABLE IF EXISTS members, entries;
    CREATE TABLE members (id serial PRIMARY KEY, name text NOT NULL, code text NOT NULL UNIQUE, province text NOT NULL, person text NOT NULL,
      mobile text NOT NULL, email text NOT NULL UNIQUE, level text NOT NULL, status text NOT NULL, joined date NOT NULL);
    CREATE TABLE entries (id serial PRIMARY KEY, name text NOT NULL, code text NOT NULL, person text NOT NULL, mobile text NOT NULL,
      email text NOT NULL, created timestamp(3) NOT NULL DEFAULT now());
    INSERT INTO members (name, code, province, person, mobile, email, level, status, joined)
      SELECT (array['鸿','宏','恒','华','建','中','安','泰','盛','瑞'])[1 + (i / 10) % 10] || (array['基','达','远','业','筑','工','城','信','通','图'])[1 + i % 10]
        || '建设集团有限公司' || i, '91' || lpad(i::text, 16, '0'), '浙江', '王建国', '13' || lpad(i::text, 9, '0'), 'm' || i || '@example.org',
        (array['普通会员','理事单位','常务理事单位','副会长单位'])[1 + i % 4], (array['正常','待审核','欠费'])[1 + i % 3], date '2020-01-01' + i % 2000
      FROM generate_series(1, ${ROWS}) i;
    CREATE INDEX ON members (joined, id);
    ANALYZE;`);
  await client.end();
}

const after = (turn: number) => (turn * 37) % (ROWS - 1000);
let joinForm: ReturnType<typeof readForm> | null = null;

async function join(client: HttpClient, turn: number) {
  joinForm ??= readForm((await client.get('/form')).body.toString(), 'mobile');
  const fields = {
    name: `浙江鸿基建设有限公司${turn}`,
    code: `X${turn}`,
    person: '王建国',
    mobile: '13900000000',
    email: `x${turn}@example.org`,
  };
  return client.post('/form', ...encodeForm({ fields: { ...joinForm.fields, ...fields } }));
}

/** The shapes that the product's pages are held against. */
export const emptyPages = {
  static: { ask: (client) => client.get('/static'), marker: 'static-marker' },
  rendered: { ask: (client) => client.get('/rendered'), marker: 'rendered-marker' },
  renderedNonce: { ask: (client) => client.get('/rendered-nonce'), marker: 'rendered-marker' },
  list: { ask: (client, turn) => client.get(`/list?after=${after(turn)}`), marker: 'example.org' },
  search: { ask: (client) => client.get(`/list?search=${encodeURIComponent('鸿基')}`), marker: '鸿基' },
  file: { ask: (client, turn) => client.get(`/file?after=${after(turn)}`), marker: 'example.org' },
  action: { ask: join, status: 303 },
} satisfies Record<string, Page>;

export type EmptyPage = keyof typeof emptyPages;

/** node:http and pg alone. */
export const yardstickPage: Page = { ask: (client, turn) => client.get(`/?after=${after(turn)}`), marker: 'example.org' };

import { randomInt } from 'node:crypto';
import { cpus } from 'node:os';
import pg from 'pg';
import { HttpClient } from './http-client';
import { type Figure, load, type Page } from './load';
import { Queue } from './measured';
import { registerPage, signInPage } from './pages';
import type { Seeded } from './seed';

const CODE = '246810';

export type HashingFigures = {
  hashMs: number;
  possible: number;
  signIn: Figure;
  register: Figure;
  listAlone: Figure;
  listMeanwhile: Figure;
};

/** Sign-in and registration against what the hash alone allows on these cores, and a list page meanwhile. */
export async function measureHashing(site: string, seeded: Seeded, owner: string): Promise<HashingFigures> {
  const hashMs = await timeOfHash();
  const list: Page = {
    marker: '单位名称',
    ask: (client) => {
      client.cookies.set('session', seeded.reviewer);
      return client.get('/admin/applications');
    },
  };
  const listAlone = await withClients(site, 4, (clients) => load(list, clients, 6));
  const [signIn, listMeanwhile] = await Promise.all([
    withClients(site, 16, (clients) => load(signInPage(seeded), clients, 6)),
    withClients(site, 4, (clients) => load(list, clients, 6)),
  ]);
  const register = registerPage(new Queue(await makeCodes(owner, 4000)));
  return {
    hashMs,
    possible: (cpus().length * 1000) / hashMs,
    signIn: await withClients(site, 20, (clients) => load(signInPage(seeded), clients, 6)),
    register: await withClients(site, 20, (clients) => load(register, clients, 6)),
    listAlone,
    listMeanwhile: { ...listMeanwhile, errors: listMeanwhile.errors + signIn.errors },
  };
}

async function timeOfHash(): Promise<number> {
  const { hashPassword } = await import('../../lib/accounts/password');
  await hashPassword('to warm up');
  const began = performance.now();
  for (let n = 0; n < 20; n++) await hashPassword(`password ${n}`);
  return (performance.now() - began) / 20;
}

/** Challenges as sending a code makes them, without the sending. */
async function makeCodes(owner: string, count: number): Promise<{ phone: string; flow: string; code: string }[]> {
  const { codeHash } = await import('../../lib/accounts/send-sms-code');
  const first = randomInt(99_000_000); // on the data of an earlier run, its people are there already
  const codes = Array.from({ length: count }, (_, n) => ({
    phone: `177${String(first + n).padStart(8, '0')}`,
    flow: `bench-${first + n}`,
    code: CODE,
  }));
  const rows = codes.map(({ phone, flow, code }) => ({ phone, flow, codeHash: codeHash({ phone, purpose: 'register', flow, code }) }));
  const client = new pg.Client(owner);
  await client.connect();
  const insert = client.query(
    `INSERT INTO "SmsChallenge" ("id", "phone", "purpose", "flow", "codeHash", "expiresAt")
     SELECT gen_random_uuid(), r."phone", 'register', r."flow", r."codeHash", now() + interval '1 day' FROM jsonb_to_recordset($1) r("phone" text, "flow" text, "codeHash" text)`,
    [JSON.stringify(rows)],
  );
  await insert.finally(() => client.end());
  return codes;
}

// From as many addresses as there are requests: the limits of an address are not what is measured.
async function withClients<T>(site: string, count: number, work: (clients: HttpClient[]) => Promise<T>): Promise<T> {
  const clients = Array.from({ length: count }, () => new HttpClient(site, () => ({ 'x-forwarded-for': nextAddress() })));
  const result = await work(clients);
  for (const client of clients) client.close();
  return result;
}

let addresses = 0;
function nextAddress(): string {
  addresses++;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

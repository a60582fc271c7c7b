import { randomInt } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import fc from 'fast-check';
import { changeBetween, withReader } from '../support/database-contents';
import { type ActorName, actors, serverActions } from './access-matrix';
import { buildWorld, readActions, site } from './actors';
import { expect, newApplicant, serverEnvironment, sql, test } from './fixtures';
import { type Fuzzed, type FuzzRequest, fuzzed } from './fuzz-requests';
import { seedApplication } from './seeding';

/** Requests to each action; the long tier sends 5,000. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 40);
/** The short run is the same every time; the long one, and whoever names a seed, sees others. */
const SEED = Number(process.env.FUZZ_SEED ?? (process.env.FUZZ_REQUESTS ? randomInt(2 ** 31) : 517_641_680));
const AT_ONCE = 8;

/** What asking leaves behind, whoever asks: signs of life, counted attempts. */
const TRACES = ['Session', 'Limit'];
/** What no form of these changes, whoever sends it, save the settings and the calendar by their own. */
const GUARDED = ['AccountRole', 'Totp', 'RecoveryCode', 'DuesStandard', 'DocumentVersion', 'DictionaryEntry', 'CalendarDay', 'Setting'];
/** How Next refuses what it cannot read. */
const BARE = /^(0:\{[^\n]*\}\n1:E\{"digest":"\w+"\}\n|Internal Server Error)$/;
const FAULT = /\n\s+at |node_modules|\.next\/server|Prisma|\bSELECT\b|invalid input syntax|TypeError/;

/** Answers what changed since it was last asked, without what may. */
type Look = (mayChange: (table: string) => boolean) => Promise<string[]>;
type Attacked = Fuzzed & { cookies: Map<ActorName, string> };

test('no action ends the server, tells of its insides or writes what its caller may not, whatever it is sent', async () => {
  test.setTimeout(REQUESTS * 4000 + 420_000);
  const { targets, requests } = await buildWorld();
  const cookies = new Map(await Promise.all(actors.map(async (actor) => [actor, await cookieOf(requests[actor])] as const)));
  const others = await recordsOfSomebodyElse();
  await holdCalendar();
  await workedOff();
  const wrong = await withReader(serverEnvironment().SUPERUSER_URL ?? '', async (read) => {
    const found: string[] = [];
    let before = await read();
    const look: Look = async (mayChange) => {
      await workedOff();
      const after = await read();
      const changes = Object.entries(changeBetween(before, after));
      before = after;
      return changes.flatMap(([table, rows]) => (mayChange(table.replace(/^public\."|"$/g, '')) ? [] : [`${table} ${rows.join(', ')}`]));
    };
    for (const [name, id] of readActions()) found.push(...(await attackAction({ name, id, targets, others, cookies }, look)));
    return found;
  });
  console.log(`seed ${SEED}: ${readActions().size} actions, ${REQUESTS} requests to each`);
  expect(wrong, `FUZZ_SEED=${SEED}`).toEqual([]);
  expect((await fetch(`${site()}/api/health`)).status).toBe(200);
});

/** Half by whom the matrix refuses, half by whom it lets through to the rules. */
async function attackAction(action: Attacked, look: Look): Promise<string[]> {
  const { name } = action;
  const isAllowed = (actor: ActorName) => serverActions[name]?.answers[actor] === 'yes';
  const isEnding = name === 'signOutAction'; // it would end the actor's own session
  const able = isEnding ? (['visitor'] as const) : actors.filter(isAllowed);
  const unable = isEnding ? [] : actors.filter((actor) => !isAllowed(actor));
  const refused = await attack(action, unable, () => look((table) => TRACES.includes(table)));
  const isOwn = (table: string) =>
    (table === 'Setting' && (able.join() === 'admin' || name.endsWith('RemindersAction'))) ||
    (table === 'CalendarDay' && name.includes('CalendarDay'));
  const isGuarded = (table: string) => GUARDED.includes(table) && !isOwn(table);
  return [...refused, ...(await attack({ ...action, others: [] }, able, () => look((table) => !isGuarded(table))))];
}

/** Requests to an action, in turn by each of these actors; answers what was wrong with the replies, or is changed. */
async function attack({ cookies, ...action }: Attacked, by: readonly ActorName[], changed: () => Promise<string[]>) {
  if (!by.length) return [];
  const rest = [
    ...fc.sample(fuzzed(action), { seed: SEED ^ parseInt(action.id.slice(-8), 16), numRuns: Math.ceil(REQUESTS / 2) }).entries(),
  ];
  const wrong: string[] = [];
  const work = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) {
      const [n, request] = next;
      const actor = by[n % by.length] ?? 'visitor';
      const fault = await faultOf(request, cookies.get(actor) ?? '');
      if (fault) wrong.push(`${action.name} as ${actor}, ${wordsOf(request)}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return [...wrong, ...(await changed()).map((change) => `${action.name} by ${by.join(', ')}: ${change}`)];
}

// What the worker does by the clock would be taken for what an action wrote: a job that has run already is not queued again.
function holdCalendar(): Promise<unknown> {
  return sql(`UPDATE graphile_worker._private_known_crontabs SET "last_execution" = now() + interval '1 day'`);
}

// Until the server's worker has done what was queued: it writes too.
function workedOff(): Promise<void> {
  const due = () => sql('SELECT 1 FROM graphile_worker._private_jobs WHERE "attempts" = 0 AND "run_at" <= now()');
  return expect.poll(due, { timeout: 60_000 }).toEqual([]);
}

// Posted to a page that has nothing to do with the action, from an address of its own so that no limit shields it.
async function faultOf({ headers, body, isBroken }: FuzzRequest, cookie: string): Promise<string | null> {
  const from = { origin: site(), cookie, 'x-forwarded-for': `203.0.113.${randomInt(1, 255)}`, ...headers };
  try {
    const reply = await fetch(`${site()}/contact`, { method: 'POST', headers: from, body, redirect: 'manual' });
    const text = await reply.text();
    const found = FAULT.exec(text)?.[0];
    if (isBroken && BARE.test(text)) return null;
    if (reply.status >= 500) return `answered ${reply.status}: ${text.slice(0, 160)}`;
    if (text.includes('请把编号')) return 'a fault in the log';
    return found ? `tells ${JSON.stringify(found)}` : null;
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.cause : error}`;
  }
}

function wordsOf({ headers, body }: FuzzRequest): string {
  const text =
    typeof body === 'string'
      ? body
      : JSON.stringify([...body.entries()].map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, 60) : 'file']));
  return `${headers['content-type'] ?? 'form'} ${text.slice(0, 400)}`;
}

async function cookieOf(request: APIRequestContext): Promise<string> {
  const { cookies } = await request.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ') || 'session=forged';
}

/** A submitted application of somebody who is none of the actors: all of it is theirs alone. */
async function recordsOfSomebodyElse(): Promise<string[]> {
  const { applicationId, actor } = await seedApplication(newApplicant(), 'submitted');
  const rows = await sql(
    `SELECT "id"::text AS "id" FROM "File" WHERE "applicationId" = $1 UNION ALL SELECT "id"::text FROM "Filing" WHERE "applicationId" = $1`,
    [applicationId],
  );
  return [applicationId, actor.id, ...rows.map(({ id }) => String(id))];
}

import { randomInt, randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import fc from 'fast-check';
import { type Change, changeBetween, withReader } from '../support/database-contents';
import { type ActorName, actors, serverActions, type Targets } from './access-matrix';
import { buildWorld, readActions, site } from './actors';
import { expect, newApplicant, serverEnvironment, sql, test } from './fixtures';
import { type FuzzRequest, fuzzed } from './fuzz-requests';
import { seedApplication } from './seeding';

/** Requests to each action; the long tier sends 5,000. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 40);
const SEED = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
const AT_ONCE = 8;

/** What asking leaves behind, whoever asks: signs of life, counted attempts. */
const TRACES = ['Session', 'Limit'];
/** What is done here by those who may: their records are such that nothing else can be done with them. */
const DONE_BY_RIGHT: Record<string, string[]> = {
  signOutAction: ['Session'],
  reapplyAction: ['Application', 'ApplicationAnswers', 'AuditEvent', 'AuditPayload', 'ApplicationEvent'],
  approveTogetherAction: ['Meeting'],
  changePaymentAccountAction: ['Setting', 'AuditEvent', 'AuditPayload'],
  changeJoiningAction: ['Setting', 'AuditEvent', 'AuditPayload'],
  changeDuesAction: ['Setting', 'AuditEvent', 'AuditPayload'],
  changeContactsAction: ['Setting', 'AuditEvent', 'AuditPayload'],
  changeSiteAction: ['Setting', 'AuditEvent', 'AuditPayload'],
  changeSmsAction: ['Setting', 'AuditEvent', 'AuditPayload'],
};
const FAULT = /\n\s+at |node_modules|\.next\/server|Prisma|\bSELECT\b|invalid input syntax|TypeError|polluted/;

type Fuzzed = { name: string; id: string; targets: Targets; others: string[]; cookies: Map<ActorName, string> };

test('no action ends the server, tells of its insides or writes what its caller may not, whatever it is sent', async ({ browser }) => {
  test.setTimeout(REQUESTS * 4000 + 120_000);
  const { targets, requests } = await buildWorld(browser);
  const cookies = new Map(await Promise.all(actors.map(async (actor) => [actor, await cookieOf(requests[actor])] as const)));
  const others = await recordsOfSomebodyElse();
  await expect.poll(() => sql('SELECT 1 FROM graphile_worker._private_jobs'), { timeout: 30_000 }).toEqual([]);
  const wrong: string[] = [];
  let count = 0;
  for (const [name, id] of readActions()) {
    const { answers } = serverActions[name] ?? { answers: {} };
    const isAllowed = (actor: ActorName) => Reflect.get(answers, actor) === 'yes';
    const able = name === 'signOutAction' ? (['visitor'] as const) : actors.filter(isAllowed);
    const unable = name === 'signOutAction' ? [] : actors.filter((actor) => !isAllowed(actor));
    const action = { name, id, targets, others, cookies };
    wrong.push(...(await attack(action, unable, [])), ...(await attack({ ...action, others: [] }, able, DONE_BY_RIGHT[name] ?? [])));
    count += REQUESTS;
  }
  console.log(`seed ${SEED}: ${count} requests`);
  expect(wrong.slice(0, 20), `FUZZ_SEED=${SEED}`).toEqual([]);
  expect((await fetch(`${site()}/api/health`)).status).toBe(200);
});

/** Half of an action's requests, in turn by each of these actors; answers what was wrong with the replies or is changed. */
async function attack(action: Fuzzed, by: readonly ActorName[], mayChange: string[]): Promise<string[]> {
  const { name, id, targets, others } = action;
  if (!by.length) return [];
  const ids = [...Object.values(targets), ...others, randomUUID(), randomUUID().toUpperCase()];
  const fields = serverActions[name]?.fields(targets) ?? {};
  const requests = fc.sample(fuzzed(id, fields, ids), { seed: SEED, numRuns: Math.ceil(REQUESTS / 2) });
  return withReader(serverEnvironment().SUPERUSER_URL ?? '', async (read) => {
    const before = await read();
    const wrong: string[] = [];
    const rest = [...requests.entries()];
    const work = async () => {
      for (let next = rest.pop(); next; next = rest.pop()) {
        const [n, request] = next;
        const actor = by[n % by.length] ?? 'visitor';
        const fault = await faultOf(request, action.cookies.get(actor) ?? '');
        if (fault) wrong.push(`${name} as ${actor}, ${wordsOf(request)}: ${fault}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const changed = unallowed(changeBetween(before, await read()), mayChange);
    return changed.length ? [...wrong, `${name} by ${by.join(', ')}: ${changed.join('; ')}`] : wrong;
  });
}

function unallowed(change: Change, mayChange: string[]): string[] {
  const expected = [...TRACES, ...mayChange].map((table) => `public."${table}"`);
  return Object.entries(change).flatMap(([table, changes]) => (expected.includes(table) ? [] : [`${table} ${changes.join(', ')}`]));
}

// Posted to a page that has nothing to do with the action, from an address of its own so that no limit shields it.
async function faultOf({ headers, body }: FuzzRequest, cookie: string): Promise<string | null> {
  const from = { origin: site(), cookie, 'x-forwarded-for': `203.0.113.${randomInt(1, 255)}`, ...headers };
  try {
    const reply = await fetch(`${site()}/contact`, { method: 'POST', headers: from, body, redirect: 'manual' });
    const text = await reply.text();
    const found = FAULT.exec(text)?.[0];
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

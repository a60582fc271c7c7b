import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import * as z from 'zod';
import {
  type ActionAnswer,
  type ActorName,
  actors,
  frameworkRoutes,
  type RouteAnswer,
  type RouteRow,
  routes,
  serverActions,
  type Targets,
} from './access-matrix';
import { buildWorld, multipart, readActions, site } from './actors';
import { alone, expect, test } from './fixtures';

const METHOD = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g;
const routesManifest = z.record(z.string(), z.string());

test('every route answers every actor as the matrix says, and none is missing from it', async () => {
  test.setTimeout(240_000);
  const known = Object.values(routesManifest.parse(JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8'))));
  expect(known.filter((route) => !frameworkRoutes.includes(route)).toSorted()).toEqual(Object.keys(routes).toSorted());

  const { targets, requests } = await buildWorld();
  const wrong: string[] = [];
  for (const [route, rows] of Object.entries(routes)) {
    for (const row of rows) {
      const asked = actors.map(async (actor) => {
        const answer = await ask(requests[actor], row, targets);
        if (answer !== row.answers[actor]) wrong.push(`${route} ${row.path(targets)} as ${actor}: ${answer}, not ${row.answers[actor]}`);
      });
      await Promise.all(asked);
    }
  }
  expect(wrong).toEqual([]);
});

test('every method that a route has is in the matrix', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)route\.ts$/.test(file));
  for (const file of files) {
    const route = `/${path.dirname(file).replace(/\([^)]+\)\/?/g, '')}`;
    const source = readFileSync(path.join('app', file), 'utf8');
    const methods = [...source.matchAll(/^export (?:async )?(?:const|function) (.*?)[=(]/gm)].flatMap(
      ([, names]) => names?.match(METHOD) ?? [],
    );
    const known = new Set(routes[route]?.map(({ method = 'GET' }) => method));
    expect([...known].toSorted(), route).toEqual([...new Set(methods)].toSorted());
  }
});

test('every server action answers every actor as the matrix says, even posted to a page that is not its own', async () => {
  test.setTimeout(240_000);
  const ids = readActions();
  expect([...ids.keys()].toSorted()).toEqual(Object.keys(serverActions).toSorted());

  const { targets, requests } = await buildWorld();
  const wrong: string[] = [];
  // The administrator's answers to the settings' actions are real.
  await alone('settings', async () => {
    for (const [name, { fields, answers }] of Object.entries(serverActions)) {
      const asked = actors.map(async (actor) => {
        if (name === 'signOutAction' && actor !== 'visitor') return; // it would end the actor's own session
        const answer = await call(requests[actor], actor, ids.get(name) ?? '', fields(targets));
        if (answer !== answers[actor]) wrong.push(`${name} as ${actor}: ${answer}, not ${answers[actor]}`);
      });
      await Promise.all(asked);
    }
  });
  expect(wrong).toEqual([]);
});

test('a write from another site, or from no page at all, is refused', async () => {
  const { targets, requests } = await buildWorld();
  const id = readActions().get('withdrawAction') ?? '';
  const forged: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: site(), 'sec-fetch-site': 'cross-site' },
    {},
  ];
  for (const headers of forged) {
    const response = await requests.applicant.post('/apply/status', {
      headers: { 'next-action': id, ...headers },
      multipart: multipart({ applicationId: targets.applicationId }),
    });
    expect(await response.text(), JSON.stringify(headers)).not.toContain('已经被处理过了');
  }
});

async function ask(request: APIRequestContext, { path, method = 'GET', body, form }: RouteRow, targets: Targets): Promise<RouteAnswer> {
  const options = {
    maxRedirects: 0,
    headers: { origin: site() },
    ...(body && { data: body(targets) }),
    ...(form && { multipart: form(targets) }),
  };
  const response = await request.fetch(path(targets), { method, ...options });
  return routeAnswer(response);
}

function routeAnswer(response: APIResponse): RouteAnswer {
  const status = response.status();
  if (status === 401) return '401';
  if (status === 404) return '404';
  if (status >= 300 && status < 400) return /\/login(\?|$)/.test(response.headers().location ?? '') ? 'login' : 'away';
  if (status < 300 || status === 422) return 'ok';
  throw new Error(`${response.url()} answered ${status}`);
}

// Posted to an address that has nothing to do with the action: Next runs it all the same. A visitor brings a cookie of
// their own making, so that it is the action that turns them away and not the middleware before it.
async function call(request: APIRequestContext, actor: ActorName, id: string, fields: Record<string, string>): Promise<ActionAnswer> {
  const response = await request.post('/contact', {
    maxRedirects: 0,
    headers: { 'next-action': id, origin: site(), ...(actor === 'visitor' && { cookie: 'session=forged' }) },
    multipart: multipart(fields),
  });
  const text = await response.text();
  const ran = response.headers()['content-type']?.startsWith('text/x-component');
  if (!ran) throw new Error(`action ${id} answered ${response.status()}: ${text.slice(0, 200)}`);
  if (text.includes('"status":"signedOut"')) return 'signedOut';
  if (text.includes('"stepUp":true')) return 'stepUp';
  if (text.includes('没有找到这项内容')) return 'unseen';
  return text.includes('您没有这项操作的权限') ? 'no' : 'yes';
}

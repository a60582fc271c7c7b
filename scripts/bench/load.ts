import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, HttpClient } from './http-client';

/** What is measured: one request after the other of one client. `turn` counts over all clients. */
export type Page = {
  ask: (client: HttpClient, turn: number) => Promise<Answer>;
  status?: number;
  /** Text that only the right answer holds. */
  marker?: string;
};

export type Figure = {
  clients: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  errors: number;
  firstError: string;
  bytes: number;
};

let turns = 0;

/** Closed loop: each client asks again as soon as it has its answer, for `seconds` after a warm-up. Times are milliseconds. */
export async function load(page: Page, clients: readonly HttpClient[], seconds: number, warmUp = 1): Promise<Figure> {
  const times: number[] = [];
  const failures: string[] = [];
  let bytes = 0;
  const start = performance.now() + warmUp * 1000;
  const stop = start + seconds * 1000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < stop) {
        const began = performance.now();
        const { body, failure } = await once(page, client);
        const ended = performance.now();
        if (failure) await wait(20);
        // What ends inside the window counts, whenever it began: slow pages keep their true rate.
        if (ended < start || ended > stop) continue;
        if (failure) failures.push(failure);
        else times.push(ended - began);
        bytes = body?.length ?? bytes;
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => rounded(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN);
  const perSecond = rounded(times.length / seconds);
  const [firstError = ''] = failures;
  return { clients: clients.length, perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), errors: failures.length, firstError, bytes };
}

/** Asks once; says what was wrong with the answer. */
export async function once(page: Page, client: HttpClient): Promise<{ body: Buffer | null; failure: string }> {
  try {
    const { status, body } = await page.ask(client, ++turns);
    const right = status === (page.status ?? 200) && (!page.marker || body.includes(page.marker));
    return { body, failure: right ? '' : `${status} ${body.toString('utf8', 0, 200)}` };
  } catch (error) {
    return { body: null, failure: error instanceof Error ? error.message : String(error) };
  }
}

const rounded = (figure: number) => Math.round(figure * 100) / 100;

import { Socket } from 'node:net';
import pg from 'pg';
import { DomainError } from '../../lib/errors';

/** What happens at a process's statements: called after each one was answered, before the process hears of it. */
type Heard = (statement: string, count: number) => Promise<void> | void;

class Gone extends Error {}

/** Runs `work` and tells of each SQL statement that the application's role sends meanwhile, on whichever connection. */
export async function listen<T>(heard: Heard, work: () => Promise<T>): Promise<T> {
  const { query } = pg.Client.prototype;
  const { username } = new URL(process.env.DATABASE_URL ?? '');
  let count = 0;
  async function ask(client: pg.Client, given: unknown[]): Promise<unknown> {
    const answer: unknown = await Reflect.apply(query, client, given);
    clients.add(client);
    await heard(textOf(given[0]), ++count);
    return answer;
  }
  function heardQuery(this: pg.Client, ...given: unknown[]): unknown {
    if (this.user !== username) return Reflect.apply(query, this, given);
    const callback = given.at(-1);
    if (typeof callback !== 'function') return ask(this, given);
    ask(this, given.slice(0, -1)).then(
      (answer) => callback(null, answer),
      (error) => callback(error),
    );
  }
  Object.assign(pg.Client.prototype, { query: heardQuery });
  return work().finally(() => Object.assign(pg.Client.prototype, { query }));
}

const clients = new Set<pg.Client>();

/** How a command ended: done, refused in words, or a fault. */
export function endOf(outcome: PromiseSettledResult<unknown>): string {
  if (outcome.status === 'fulfilled') return 'done';
  return outcome.reason instanceof DomainError ? outcome.reason.code : `fault: ${outcome.reason}`;
}

/**
 * Runs `work`, and after its n-th statement lets the database see what it sees of a process that exits: every connection
 * breaks, and nothing more comes. The statement itself was carried out. Answers whether `work` got that far.
 */
export async function cutOff(n: number, work: () => Promise<unknown>): Promise<{ isCut: boolean; outcome: PromiseSettledResult<unknown> }> {
  let isCut = false;
  const heard: Heard = (_statement, count) => {
    if (count < n) return;
    if (count === n) for (const client of clients) breakOff(client);
    isCut = true;
    throw new Gone('the process has exited');
  };
  const [outcome] = await Promise.allSettled([listen(heard, work)]);
  clients.clear();
  return { isCut, outcome };
}

// A process that exits says no goodbye: the socket just ends.
function breakOff(client: pg.Client): void {
  const stream: unknown = Reflect.get(Object(Reflect.get(client, 'connection')), 'stream');
  if (!(stream instanceof Socket)) throw new Error('pg keeps its socket elsewhere');
  stream.destroy();
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : String(Reflect.get(Object(query), 'text'));
}

import type { Command, Records } from './commands';
import { cutOff, endOf, listen } from './cut-off';
import { type Change, type Contents, changeBetween, withReader } from './database-contents';
import { runInNewProcess } from './run-in-new-process';

type Read = () => Promise<Contents>;
/** Runs a command until its n-th statement was carried out and answers whether it got that far; else how it ended. */
type Interrupt = (n: number, records: Records) => Promise<{ isCut: boolean; end: string }>;

/** Within this process: the connections break and no statement comes any more. */
export const byCuttingOff =
  ({ run }: Command): Interrupt =>
  async (n, records) => {
    const { isCut, outcome } = await cutOff(n, () => run(records));
    return { isCut, end: endOf(outcome) };
  };

/** In a process of its own, which gets SIGKILL. */
export const byKilling =
  (name: string): Interrupt =>
  async (n, records) => {
    const [run] = await Promise.allSettled([runInNewProcess('run-until-killed.ts', name, String(n), JSON.stringify(records))]);
    if (run.status === 'fulfilled') return { isCut: false, end: String(run.value.end) };
    if (run.reason.signal !== 'SIGKILL') throw run.reason;
    return { isCut: true, end: 'killed' };
  };

/**
 * Holds a command to all or nothing. It is interrupted after its first statement, its second, and so on, each time begun
 * anew on the same records: the whole database must be as it was, or one of the command's own transactions further, never
 * between. When it has come through, a repeat changes nothing more. Answers how often it was interrupted.
 */
export function afterEachStatement(command: Command, interrupt: Interrupt): Promise<number> {
  const url = new URL(process.env.TEST_SUPERUSER_URL ?? '');
  url.pathname = new URL(process.env.DATABASE_URL ?? '').pathname;
  return withReader(url.toString(), (read) => interruptAll(command, interrupt, read));
}

async function interruptAll({ make, run, transactions = 1 }: Command, interrupt: Interrupt, read: Read): Promise<number> {
  await run(await make()); // the first of a kind also makes what all of them share
  const stages = await stagesOf(run, await make(), read);
  expect(stages).toHaveLength(transactions + 1);
  const records = await make();
  const before = await read();
  let [stage, interruptions] = [0, 0];
  for (let n = 1; ; n++) {
    const { isCut, end } = await interrupt(n, records);
    const change = changeBetween(before, await read());
    if (!isCut) {
      expect({ end, change }).toEqual({ end: expect.not.stringMatching('fault'), change: stages.at(-1) });
      if (stage === stages.length - 1) return interruptions;
      // It came through with a statement less than the time before, because what is remembered for a while was not asked again.
      [stage, n] = [stages.length - 1, 0];
      continue;
    }
    interruptions++;
    if (JSON.stringify(change) === JSON.stringify(stages[stage])) continue;
    expect(change).toEqual(stages[++stage]);
    n = 0; // there is less left to do: once more from the first statement of that
  }
}

/** What the database looks like, compared with before, at first and after each transaction of the command. */
async function stagesOf(run: Command['run'], records: Records, read: Read): Promise<Change[]> {
  const before = await read();
  const stages: Change[] = [{}];
  const look = async (statement: string) => {
    if (statement === 'COMMIT') stages.push(changeBetween(before, await read()));
  };
  await listen(look, () => run(records));
  return stages.filter((stage, n) => n === 0 || JSON.stringify(stage) !== JSON.stringify(stages[n - 1]));
}

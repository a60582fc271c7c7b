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

/**
 * What is kept for some seconds (the clock's difference, settings) may be asked for in one attempt and not in the next, which then
 * comes through a statement early, before the last one was cut off: that proves nothing, and all of it begins anew, twice at most.
 */
async function interruptAll({ make, run, transactions = 1 }: Command, interrupt: Interrupt, read: Read, mayBegin = 2): Promise<number> {
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
      if (stage < stages.length - 1 && mayBegin > 0) return interruptAll({ make, run, transactions }, interrupt, read, mayBegin - 1);
      expect({ stage, end, change }).toEqual({ stage: stages.length - 1, end: expect.not.stringMatching('fault'), change: stages[stage] });
      return interruptions;
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

import { commands, moreCommands, recordsSchema } from './commands';
import { endOf, listen } from './cut-off';

// Runs one command and ends at once, by SIGKILL, when its n-th statement was answered; else says how it ended.
async function runUntilKilled(name: string, n: number, records: unknown): Promise<void> {
  const command = { ...commands, ...moreCommands }[name];
  if (!command) throw new Error(name);
  const kill = (_statement: string, count: number) => {
    if (count === n) process.kill(process.pid, 'SIGKILL');
  };
  const [outcome] = await Promise.allSettled([listen(kill, () => command.run(recordsSchema.parse(records)))]);
  console.log(JSON.stringify({ end: endOf(outcome) }));
  process.exit(0);
}

void runUntilKilled(process.argv[2] ?? '', Number(process.argv[3]), JSON.parse(process.argv[4] ?? ''));

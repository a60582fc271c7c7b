import { commands, moreCommands } from '../support/commands';
import { withDatabase } from '../support/database';
import { afterEachStatement, byCuttingOff, byKilling } from '../support/interruptions';

withDatabase();

/** The long tier also kills real processes, which takes seconds for each statement, and holds more commands to it. */
const LONG = process.env.LONG === '1';

jest.setTimeout(LONG ? 3_600_000 : 120_000);

const interrupted = Object.entries(LONG ? { ...commands, ...moreCommands } : commands).flatMap(([name, command]) => [
  { name, end: 'whose connections break', command, interrupt: byCuttingOff(command) },
  ...(LONG ? [{ name, end: 'whose process is killed', command, interrupt: byKilling(name) }] : []),
]);

describe('a command that ends after any one of its statements', () => {
  it.each(interrupted)('is done as a whole or not at all, and can be repeated: $name, $end', async ({ name, end, command, interrupt }) => {
    const interruptions = await afterEachStatement(command, interrupt);
    expect(interruptions).toBeGreaterThan(10);
    if (LONG) console.log(`${name}, ${end}: ${interruptions} times`);
  });
});

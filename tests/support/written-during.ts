import { inspect } from 'node:util';

/** Everything that is written to the console or to standard output and error while `run` runs. */
export async function writtenDuring(run: () => Promise<unknown>): Promise<string> {
  const lines: unknown[] = [];
  const spies = [
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation((...words) => void lines.push(words)),
    ),
    ...[process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation((text) => lines.push(text) > 0)),
  ];
  await run().finally(() => spies.forEach((spy) => void spy.mockRestore()));
  return inspect(lines, { depth: 9 });
}

import { db } from '../../lib/db';
import { commitImport } from '../../lib/imports/commit-import';

/** Commits an import, and is killed as soon as the first companies are in the transaction. */
async function main(): Promise<void> {
  const id = process.argv[2] ?? '';
  const { run } = await db().import.findUniqueOrThrow({ where: { id } });
  void commitImport({ importId: id, run });
  for (;;) {
    const { percent } = await db().import.findUniqueOrThrow({ where: { id } });
    if (percent > 0) process.kill(process.pid, 'SIGKILL');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

void main();

import { db } from '../../lib/db';
import { commitImport } from '../../lib/imports/commit-import';
import { previewImport } from '../../lib/imports/preview-import';

/** Runs an import's next job in a process of its own, and says how long it took and how much memory it had at most. */
async function main(): Promise<void> {
  const id = process.argv[2] ?? '';
  const { run, state } = await db().import.findUniqueOrThrow({ where: { id } });
  const started = performance.now();
  await (state === 'reading' ? previewImport : commitImport)({ importId: id, run });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(JSON.stringify({ seconds, megabytes: String(Math.round(process.resourceUsage().maxRSS / 1024)) }));
  await db().$disconnect();
}

void main();

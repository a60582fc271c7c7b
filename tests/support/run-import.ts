import { db } from '../../lib/db';
import { commitImport } from '../../lib/imports/commit-import';
import { previewImport } from '../../lib/imports/preview-import';

/** Runs an import's next job in a process of its own, and says how long it took, how much of that it worked itself, and how much memory it had at most. */
async function main(): Promise<void> {
  const id = process.argv[2] ?? '';
  const { run, state } = await db().import.findUniqueOrThrow({ where: { id } });
  const started = performance.now();
  await (state === 'reading' ? previewImport : commitImport)({ importId: id, run });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuSeconds = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
  console.log(JSON.stringify({ seconds, cpuSeconds, megabytes: String(Math.round(maxRSS / 1024)) }));
  await db().$disconnect();
}

void main();

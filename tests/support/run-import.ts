import { existsSync, readFileSync } from 'node:fs';
import { db, disconnect } from '../../lib/db';
import { commitImport } from '../../lib/imports/commit-import';
import { previewImport } from '../../lib/imports/preview-import';

/** Runs an import's next job in a process of its own, and says how long it took, how much of that it worked itself, and how much memory it had at most. */
async function main(): Promise<void> {
  const id = process.argv[2] ?? '';
  const { run, state } = await db().import.findUniqueOrThrow({ where: { id } });
  const started = performance.now();
  await (state === 'reading' ? previewImport : commitImport)({ importId: id, run });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuSeconds = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
  console.log(JSON.stringify({ seconds, cpuSeconds, megabytes: String(Math.round(peakKilobytes() / 1024)) }));
  await disconnect();
}

// On Linux `maxRSS` begins with what the parent had, which here is the test runner; the kernel's own mark is of this program.
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

void main();

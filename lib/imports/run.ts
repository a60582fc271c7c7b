import 'server-only';
import { errorText } from '../copy/errors';
import { db, sideDb } from '../db';
import { DomainError } from '../errors';
import { logger } from '../logger';
import type { Findings } from './findings';

/** One run of an import's job: a later one takes over, and this one stops at its next step. */
export type Run = { importId: string; run: number };

class Overtaken extends Error {}

/** Says how far a run is, which also says that it is alive. Throws when another run has taken over. */
export async function moveOn({ importId, run }: Run, percent: number): Promise<void> {
  const moved = await sideDb().$executeRaw`
    UPDATE "Import" SET "percent" = ${percent}, "movedAt" = clock_timestamp() WHERE "id" = ${importId}::uuid AND "run" = ${run}`;
  if (!moved) throw new Overtaken();
}

/** 预览 is there to be looked at. */
export async function finishRun({ importId, run }: Run, findings: Findings): Promise<void> {
  await db().import.updateMany({
    where: { id: importId, run, state: 'reading' },
    data: { state: 'ready', percent: 100, findings, failure: null },
  });
}

/** What could not be read is said in words; a fault is logged, and the words say that it was not the workbook. */
export async function failImport({ importId, run }: Run, error: unknown): Promise<void> {
  if (error instanceof Overtaken) return;
  if (!(error instanceof DomainError)) logger().error({ err: error, importId }, 'import');
  const failure =
    error instanceof DomainError ? errorText(error) : '系统出了点问题，没有读完。请重新上传；如果反复出现，请告诉系统管理员。';
  await db().import.updateMany({ where: { id: importId, run, state: 'reading' }, data: { state: 'failed', failure } });
}

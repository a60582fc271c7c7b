import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { type WorkbookRefusal, workbookRefusals } from '../copy/excel';
import { DomainError } from '../errors';
import { inTurn } from '../in-turn';
import type { Sheet } from './sheet';

export const MAX_WORKBOOK_BYTES = 10 * 1024 * 1024;
const MAX_INFLATED = 200 * 1024 * 1024;
const MAX_COLUMNS = 100;
const SECONDS = 120;
const HEAP_MB = 320;
/** Of it for what is new: more is slower here, not faster, and stays taken. */
const NEW_MB = 12;
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** The container of .xls, and of an .xlsx with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const gate = inTurn(1, 10);

const flag = z.tuple([z.number(), z.number(), z.enum(['precision', 'noValue', 'fault', 'merged'])]);
/** A million texts from our own worker: looking at each again would double what is held in memory. */
const texts = z.custom<string[][]>(Array.isArray);
const answer = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('sheet'), sheet: z.object({ name: z.string(), rows: texts, flags: z.array(flag) }) }),
  z.object({ verdict: z.enum(['ok', 'type', 'damaged', 'locked', 'inflated', 'tooManyRows']) }),
]);

/**
 * The sheets of an xlsx workbook, every cell a trimmed text (see `Sheet`). It reads in a worker thread, one workbook at a
 * time, and only what is at most 10 MB, unpacks to at most 200 MB by the archive's directory, and has at most `maxRows`
 * rows in all. @throws DomainError `upload` that says why it is refused; `busy` when too many wait
 */
export async function readWorkbook(bytes: Buffer, { maxRows = 100_000 }: { maxRows?: number } = {}): Promise<Sheet[]> {
  if (!bytes.length) throw workbookRefusal('empty');
  if (bytes.length > MAX_WORKBOOK_BYTES) throw workbookRefusal('tooLarge');
  if (bytes.subarray(0, 4).equals(COMPOUND)) throw workbookRefusal('locked');
  if (!bytes.subarray(0, 4).equals(ZIP)) throw workbookRefusal('type');
  return gate(() => work(bytes, maxRows));
}

function work(bytes: Buffer, maxRows: number): Promise<Sheet[]> {
  const worker = new Worker(path.join(process.cwd(), 'lib/excel/workbook-worker.mjs'), {
    workerData: { bytes, maxRows, maxColumns: MAX_COLUMNS, maxInflated: MAX_INFLATED },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: NEW_MB },
  });
  const sheets: Sheet[] = [];
  return new Promise<Sheet[]>((resolve, reject) => {
    const timer = setTimeout(() => reject(workbookRefusal('slow')), SECONDS * 1000);
    worker.on('message', (message) => {
      const said = answer.parse(message);
      if (said.verdict === 'sheet') sheets.push(viewSheet(said.sheet));
      else if (said.verdict === 'ok') resolve(sheets);
      else reject(workbookRefusal(said.verdict));
    });
    worker.once('error', () => reject(workbookRefusal('damaged')));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(workbookRefusal('damaged'));
    });
  }).finally(() => worker.terminate());
}

function viewSheet({ flags, ...sheet }: { name: string; rows: string[][]; flags: z.infer<typeof flag>[] }): Sheet {
  return { ...sheet, flags: flags.map(([row, column, what]) => ({ row, column, flag: what })) };
}

function workbookRefusal(reason: WorkbookRefusal): DomainError {
  return new DomainError('upload', { reason, text: workbookRefusals[reason] });
}

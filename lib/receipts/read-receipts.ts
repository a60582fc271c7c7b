import 'server-only';
import { dirname } from 'node:path/posix';
import type { Actor } from '../access/actor';
import { today } from '../clock';
import { errorText } from '../copy/errors';
import { db } from '../db';
import { DomainError } from '../errors';
import { readWorkbook } from '../excel/read-workbook';
import type { Prisma, ReceiptImportState } from '../generated/prisma/client';
import { logger } from '../logger';
import { storage } from '../providers/storage/storage';
import { getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { checkLines, findUsed } from './check-lines';
import { receiptImportMachine } from './machines';
import { readLines } from './read-lines';
import { readPdfs } from './read-pdfs';
import { selectDue } from './select-due';
import type { StagedRow, StrayFile } from './staged';
import type { ReceiptImportEvent } from './states';

const MAX_ROWS = 5000;
const READER: Actor = { kind: 'system', name: '票据导入' };

/**
 * Reads an uploaded workbook of receipts with its PDFs, and says of each row what is wrong; nothing is recorded. What cannot
 * be read at all is said in words. Interrupted, it begins anew.
 */
export async function readReceipts(importId: string): Promise<void> {
  const found = await db().receiptImport.findUnique({ where: { id: importId } });
  if (found?.state !== 'reading') return;
  try {
    const { rows, strays } = await stage(found);
    await move(importId, 'finish', { rows, strays, percent: 100 });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'alreadyDecided') return; // given up meanwhile
    if (!(error instanceof DomainError)) logger().error({ err: error, importId }, 'receipt import');
    const failure = error instanceof DomainError ? errorText(error) : '系统出了点问题，没有读完。请放弃后重新上传。';
    await move(importId, 'fail', { failure });
  }
}

type Uploaded = { id: string; workbookKey: string; pdfsKey: string | null };

async function stage({ id, workbookKey, pdfsKey }: Uploaded): Promise<{ rows: StagedRow[]; strays: StrayFile[] }> {
  const step = async (percent: number) => {
    await db().receiptImport.updateMany({ where: { id, state: 'reading' }, data: { percent: Math.floor(percent) } });
  };
  const workbook = await storage().get(workbookKey);
  const pdfs = pdfsKey ? await storage().get(pdfsKey) : null;
  if (!workbook) throw new DomainError('notFound');
  const lines = readLines(await readWorkbook(workbook.body, { maxRows: MAX_ROWS }), await getSetting('receipts'));
  const used = await findUsed(
    db(),
    lines.map(({ cells }) => cells.number),
  );
  const rows = checkLines(lines, { due: await selectDue(), used, day: await today() });
  await step(10);
  const strays = await readPdfs(rows, pdfs?.body ?? null, { folder: dirname(workbookKey), step: (share) => step(10 + 85 * share) });
  return { rows, strays };
}

async function move(importId: string, event: 'finish' | 'fail', data: Prisma.ReceiptImportUncheckedUpdateManyInput): Promise<void> {
  const from: ReceiptImportState = 'reading';
  await transaction((tx) =>
    transition<ReceiptImportState, ReceiptImportEvent, typeof data>(tx, READER, receiptImportMachine, { id: importId, from, event, data }),
  );
}

import 'server-only';
import { randomBytes } from 'node:crypto';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { workbookRefusals } from '../copy/excel';
import { receiptUploadTexts } from '../copy/receipts';
import { DomainError } from '../errors';
import { XLSX } from '../excel/content-type';
import { MAX_WORKBOOK_BYTES } from '../excel/read-workbook';
import { enqueue } from '../jobs/enqueue';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import { readParts } from '../uploads/read-parts';

type Sent = { name: string; body: Buffer };

const MAX_PDFS_BYTES = 200 * 1024 * 1024;

/** The form of 批量登记, as a browser sends it by itself. Who may not does not get to send a byte. @throws DomainError as `uploadReceipts` */
export async function receiveReceipts(actor: AccountActor, request: Request): Promise<{ id: string }> {
  authorize(actor, 'receipt.record', null);
  const parts = await readParts(request, MAX_PDFS_BYTES).catch(() => {
    throw new DomainError('upload', { reason: 'cut' });
  });
  const pdfs = parts.get('pdfs');
  return uploadReceipts(actor, {
    workbook: parts.get('workbook') ?? { name: '', body: Buffer.alloc(0) },
    pdfs: pdfs?.body.length ? pdfs : null,
  });
}

/**
 * Takes a workbook of issued receipts and the zip of their PDFs, and queues the job that reads them; nothing is recorded yet.
 * @throws DomainError `upload` for nothing, or too much
 */
export async function uploadReceipts(
  actor: AccountActor,
  { workbook, pdfs }: { workbook: Sent; pdfs: Sent | null },
): Promise<{ id: string }> {
  authorize(actor, 'receipt.record', null);
  if (!workbook.body.length) throw refusal('empty', receiptUploadTexts.empty);
  if (workbook.body.length > MAX_WORKBOOK_BYTES) throw refusal('tooLarge', workbookRefusals.tooLarge);
  if (pdfs && pdfs.body.length > MAX_PDFS_BYTES) throw refusal('pdfsTooLarge', receiptUploadTexts.pdfsTooLarge);
  const folder = `receipts/${randomBytes(16).toString('hex')}`;
  const workbookKey = `${folder}/workbook.xlsx`;
  const pdfsKey = pdfs ? `${folder}/pdfs.zip` : null;
  await storage().put(workbookKey, workbook.body, XLSX);
  if (pdfs && pdfsKey) await storage().put(pdfsKey, pdfs.body, 'application/zip');
  try {
    return await transaction(async (tx) => {
      const data = { uploaderId: actor.id, workbookName: workbook.name.slice(0, 200) || '已开票据.xlsx', workbookKey, pdfsKey };
      const { id } = await tx.receiptImport.create({ data, select: { id: true } });
      const names = { workbook: data.workbookName, pdfs: pdfs?.name ?? '' };
      await recordAudit(tx, actor, { action: 'receiptImport.upload', record: 'receiptImport', recordId: id, data: names });
      await enqueue(tx, 'readReceipts', { importId: id });
      return { id };
    });
  } catch (error) {
    for (const key of [workbookKey, pdfsKey]) if (key) await storage().delete(key);
    throw error;
  }
}

function refusal(reason: string, text: string | undefined): DomainError {
  return new DomainError('upload', { reason, text });
}

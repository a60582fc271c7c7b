import 'server-only';
import { randomBytes } from 'node:crypto';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { workbookRefusals } from '../copy/excel';
import { DomainError } from '../errors';
import { XLSX } from '../excel/content-type';
import { MAX_WORKBOOK_BYTES } from '../excel/read-workbook';
import { enqueue } from '../jobs/enqueue';
import { storage } from '../providers/storage/storage';
import { isUniqueViolation, transaction } from '../transaction';

type Sent = { name: string; body: Buffer };

export const MAX_SCANS_BYTES = 200 * 1024 * 1024;

/**
 * Takes a workbook, and a zip of scans if there is one, and queues the job that reads them. One at a time.
 * @throws DomainError `importOpen` while another is under way; `upload` for nothing, or too much
 */
export async function uploadImport(
  actor: AccountActor,
  { workbook, scans }: { workbook: Sent; scans: Sent | null },
): Promise<{ id: string }> {
  authorize(actor, 'import.run', null);
  if (!workbook.body.length) throw new DomainError('upload', { reason: 'empty', text: '请先选择填好的工作簿。' });
  if (workbook.body.length > MAX_WORKBOOK_BYTES) throw new DomainError('upload', { reason: 'tooLarge', text: workbookRefusals.tooLarge });
  if (scans && scans.body.length > MAX_SCANS_BYTES) {
    throw new DomainError('upload', { reason: 'scansTooLarge', text: '扫描件的压缩包不能超过 200 MB，请分几次导入。' });
  }
  const folder = `imports/${randomBytes(16).toString('hex')}`;
  const workbookKey = `${folder}/workbook.xlsx`;
  const scansKey = scans ? `${folder}/scans.zip` : null;
  await storage().put(workbookKey, workbook.body, XLSX);
  if (scans && scansKey) await storage().put(scansKey, scans.body, 'application/zip');
  try {
    return await transaction(async (tx) => {
      const data = {
        uploaderId: actor.id,
        workbookName: workbook.name || '工作簿.xlsx',
        workbookKey,
        scansName: scans?.name ?? null,
        scansKey,
      };
      const { id, run } = await tx.import.create({ data, select: { id: true, run: true } });
      await recordAudit(tx, actor, {
        action: 'import.upload',
        record: 'import',
        recordId: id,
        data: { workbook: workbook.name, scans: scans?.name ?? '' },
      });
      await enqueue(tx, 'previewImport', { importId: id, run });
      return { id };
    });
  } catch (error) {
    for (const key of [workbookKey, scansKey]) if (key) await storage().delete(key);
    if (isUniqueViolation(error)) throw new DomainError('importOpen');
    throw error;
  }
}

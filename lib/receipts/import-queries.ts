import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import type { ReceiptImportState } from '../generated/prisma/enums';
import { type StagedRow, type StrayFile, stagedRows, strayFiles } from './staged';

export type ReceiptImportLine = {
  id: string;
  state: ReceiptImportState;
  workbookName: string;
  uploader: string;
  createdAt: Date;
};

export type ReceiptImportDetail = ReceiptImportLine & {
  percent: number;
  failure: string | null;
  /** Those with something wrong first. */
  rows: StagedRow[];
  strays: StrayFile[];
  wrong: number;
  sumFen: number;
  mayRecord: boolean;
};

/** The last workbooks of receipts, the latest first. */
export async function listReceiptImports(actor: Actor): Promise<ReceiptImportLine[]> {
  authorize(actor, 'receipt.list', null);
  const rows = await db().receiptImport.findMany({
    select: { id: true, state: true, workbookName: true, createdAt: true, uploader: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 20,
  });
  return rows.map(({ uploader, ...row }) => ({ ...row, uploader: uploader.name }));
}

/** One workbook with what was found of each row. @throws DomainError `notFound` */
export async function getReceiptImport(actor: Actor, id: string): Promise<ReceiptImportDetail> {
  authorize(actor, 'receipt.list', null);
  const found = await db().receiptImport.findUnique({ where: { id }, include: { uploader: { select: { name: true } } } });
  if (!found) throw new DomainError('notFound');
  const { state, workbookName, createdAt, percent, failure, uploader } = found;
  const rows = stagedRows.parse(found.rows);
  return {
    ...{ id, state, workbookName, createdAt, percent, failure, uploader: uploader.name },
    rows: rows.toSorted((one, other) => Number(other.problems.length > 0) - Number(one.problems.length > 0) || one.row - other.row),
    strays: strayFiles.parse(found.strays),
    wrong: rows.filter(({ problems }) => problems.length > 0).length,
    sumFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0),
    mayRecord: isAllowed(actor, 'receipt.record', null),
  };
}

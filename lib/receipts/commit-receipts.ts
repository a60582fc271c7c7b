import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now, today } from '../clock';
import { errorText } from '../copy/errors';
import type { Tx } from '../db';
import { lockCharges } from '../dues/lock-charges';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { issueReceipt } from './issue-receipt';
import { receiptImportMachine } from './machines';
import { type DueReceipt, selectDue } from './select-due';
import { type StagedPdf, type StagedRow, stagedRows } from './staged';

/**
 * 登记全部: every receipt of a workbook that was looked at, in one transaction, or none of them. What has changed since it was
 * read, a number used or a charge receipted meanwhile, stops it, and the words say at which row.
 * @throws DomainError `alreadyDecided`, `invalid`
 */
export async function commitReceipts(actor: AccountActor, importId: string): Promise<{ count: number }> {
  authorize(actor, 'receipt.record', null);
  return transaction(
    async (tx) => {
      const found = await tx.receiptImport.findUnique({ where: { id: importId } });
      if (!found) throw new DomainError('notFound');
      const rows = stagedRows.parse(found.rows);
      const data = { committedAt: await now(tx) };
      await transition(tx, actor, receiptImportMachine, { id: importId, from: found.state, event: 'commit', data });
      if (!rows.length || rows.some(({ problems }) => problems.length > 0)) {
        throw new DomainError('invalid', { text: '还有没改好的行，请改好后重新上传。' });
      }
      const chargeIds = rows.flatMap((row) => row.chargeIds);
      await lockCharges(tx, chargeIds);
      const due = await selectDue(tx, chargeIds);
      const day = await today(tx);
      for (const row of rows) await issueRow(tx, actor, row, { due, day });
      return { count: rows.length };
    },
    { timeoutMs: 120_000 },
  );
}

type Context = { due: readonly DueReceipt[]; day: string };

async function issueRow(tx: Tx, actor: AccountActor, row: StagedRow, { due, day }: Context): Promise<void> {
  const { pdf, row: line, code, number, checkCode, issuedOn, amountFen, titleName, titleUscc } = row;
  const own = due.find((each) => each.chargeIds.join() === row.chargeIds.join());
  if (!own || !pdf)
    throw new DomainError('alreadyDecided', { text: `第 ${line} 行：这笔会费刚刚已经开过票，或者已有变化。没有登记任何一张。` });
  const fileId = await createFile(tx, actor, own, pdf, number);
  const receipt = { code, number, checkCode, issuedOn, amountFen, titleName, titleUscc, fileId };
  await issueReceipt(tx, actor, { ...receipt, due: own, day, pace: 'many' }).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
    const [text = errorText(error)] = Object.values(error.details.fieldErrors ?? {});
    throw new DomainError('invalid', { text: `第 ${line} 行：${text}。没有登记任何一张。` });
  });
}

async function createFile(tx: Tx, actor: AccountActor, due: DueReceipt, pdf: StagedPdf, number: string): Promise<string> {
  const { key, bytes, sha256, pages } = pdf;
  const owner = due.companyId ? { companyId: due.companyId } : { applicationId: due.applicationId };
  const file = await tx.file.create({
    data: {
      ...{ ...owner, kind: 'receipt', state: 'attached', uploaderId: actor.id, position: 1 },
      ...{ key, name: `电子票据-${number}.pdf`, type: 'application/pdf', bytes, sha256, pageCount: pages.length },
      pages: { createMany: { data: pages } },
    },
    select: { id: true },
  });
  return file.id;
}

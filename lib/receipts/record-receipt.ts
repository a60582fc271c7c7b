import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import type { Tx } from '../db';
import { lockCharges } from '../dues/lock-charges';
import { DomainError } from '../errors';
import { once } from '../once';
import { transaction } from '../transaction';
import { type IssuedReceipt, issueReceipt } from './issue-receipt';
import { type DueReceipt, selectDue } from './select-due';

type Recorded = Omit<IssuedReceipt, 'fileId'> & { chargeIds: readonly string[]; fileId: string | null; key: string };

/**
 * 登记票据: the receipt that was issued on the platform for these charges, with the PDF that was uploaded for it; its member
 * is told by SMS and e-mail. Sent twice it is recorded once.
 * @throws DomainError `alreadyDecided` when somebody else was first or they are due no longer, `invalid` at the field
 */
export async function recordReceipt(actor: AccountActor, { chargeIds, fileId, key, ...receipt }: Recorded): Promise<{ receiptId: string }> {
  authorize(actor, 'receipt.record', null);
  const receiptId = await transaction((tx) =>
    once(tx, actor, 'receipt.record', `${[...chargeIds].toSorted().join()}:${key}`, async () => {
      await lockCharges(tx, chargeIds);
      const due = await requireDue(tx, chargeIds);
      const file = await takeFile(tx, due, fileId);
      return issueReceipt(tx, actor, { ...receipt, due, fileId: file, day: await today(tx) });
    }),
  );
  return { receiptId };
}

/** These charges, together, as one receipt that is to be issued. @throws DomainError `alreadyDecided`, `invalid` */
export async function requireDue(tx: Tx, chargeIds: readonly string[]): Promise<DueReceipt> {
  const found = await selectDue(tx, chargeIds);
  const ids = found.flatMap((due) => due.chargeIds);
  if (ids.length !== new Set(chargeIds).size) {
    throw new DomainError('alreadyDecided', { text: '这笔会费刚刚已经开过票，或者已有变化。请回到列表查看。' });
  }
  const [due] = found;
  if (!due || found.length > 1) throw new DomainError('invalid', { text: '这些会费的抬头或汇款不同，请分别开票。' });
  return due;
}

/** The PDF that lies ready for this receipt becomes its own. */
async function takeFile(tx: Tx, { filingId, companyId, applicationId }: DueReceipt, fileId: string | null): Promise<string> {
  const found = fileId
    ? await tx.file.updateManyAndReturn({
        where: { id: fileId, kind: 'receipt', state: 'ready', filingId, companyId, applicationId, receipt: null },
        data: { state: 'attached', filingId: null },
        select: { id: true },
      })
    : [];
  const [file] = found;
  if (!file) throw new DomainError('invalid', { fieldErrors: { fileId: '请先上传这张票据的 PDF' } });
  return file.id;
}

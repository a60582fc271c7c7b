import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import type { Tx } from '../db';
import { lockPayment } from '../dues/lock-charges';
import { DomainError } from '../errors';
import { formatFen } from '../money';

/**
 * A row tells of money that a person has recorded before: the payment is of this row from now on, and nothing is settled
 * again. Answers how much of the row it is. @throws DomainError `alreadyDecided` when it has a row, `invalid` for more than is left
 */
export async function linkPayment(
  tx: Tx,
  actor: Actor,
  { paymentId, row }: { paymentId: string; row: { id: string; leftFen: number } },
): Promise<number> {
  const { source, bankRowId, amountFen, refundOfId, voidedAt } = await lockPayment(tx, paymentId);
  if (bankRowId || refundOfId || voidedAt || (source !== 'manual' && source !== 'import')) throw new DomainError('alreadyDecided');
  if (amountFen > row.leftFen) {
    throw new DomainError('invalid', { text: `登记的到款是 ${formatFen(amountFen)}，比这一行多，不是同一笔。` });
  }
  await tx.payment.update({ where: { id: paymentId }, data: { bankRowId: row.id } });
  await recordAudit(tx, actor, { action: 'payment.link', record: 'payment', recordId: paymentId, data: { bankRowId: row.id } });
  return amountFen;
}

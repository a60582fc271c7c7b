import 'server-only';
import { toColumn } from '../days';
import type { Tx } from '../db';
import { newId } from '../new-id';
import type { Context, Placed } from './insert-companies';
import { insertRows } from './insert-rows';

/** What was owed, what was paid for it and the receipts, year by year. More than was owed stays visible beside its charge. */
export async function insertDues(tx: Tx, placed: readonly Placed[], { dueOn, confirmedById, now }: Context): Promise<void> {
  const rows = placed.flatMap(({ companyId, name, uscc, dues }) =>
    dues.map((due) => ({ ...due, companyId, name, uscc, chargeId: newId(now), paymentId: newId(now), receiptId: newId(now) })),
  );
  const paid = rows.filter(({ paidFen, paidOn }) => paidFen > 0 && paidOn !== null);
  const receipted = rows.flatMap(({ receipt, ...row }) => (receipt ? [{ ...row, receipt }] : []));
  await insertRows(
    tx,
    'Charge',
    rows.map(({ chargeId: id, companyId, year, level, amountFen, state, reason }) => ({
      id,
      companyId,
      year,
      level,
      amountFen,
      state,
      reason,
      dueOn: toColumn(`${year}-${dueOn}`),
      createdAt: now,
    })),
  );
  await insertRows(
    tx,
    'Payment',
    paid.map(({ paymentId: id, companyId, paidFen: amountFen, paidOn }) => ({
      id,
      companyId,
      source: 'import' as const,
      amountFen,
      paidOn: toColumn(paidOn ?? ''),
      confirmedById,
      createdAt: now,
    })),
  );
  await insertRows(
    tx,
    'Allocation',
    paid.map(({ paymentId, chargeId, paidFen, amountFen }) => ({
      id: newId(now),
      paymentId,
      chargeId,
      amountFen: Math.min(paidFen, amountFen),
    })),
  );
  await insertRows(
    tx,
    'Receipt',
    receipted.map(({ receiptId: id, receipt: { issuedOn, ...receipt }, name, uscc }) => ({
      id,
      ...receipt,
      issuedOn: toColumn(issuedOn),
      titleName: name,
      titleUscc: uscc,
      createdAt: now,
    })),
  );
  await insertRows(
    tx,
    'ReceiptCharge',
    receipted.map(({ receiptId, chargeId }) => ({ receiptId, chargeId })),
  );
}

import 'server-only';
import { randomUUID } from 'node:crypto';
import { toColumn } from '../days';
import type { Tx } from '../db';
import type { Context, Placed } from './insert-companies';

/** What was owed, what was paid for it and the receipts, year by year. More than was owed stays visible beside its charge. */
export async function insertDues(tx: Tx, placed: readonly Placed[], { dueOn, confirmedById }: Context): Promise<void> {
  const rows = placed.flatMap(({ companyId, name, uscc, dues }) =>
    dues.map((due) => ({ ...due, companyId, name, uscc, chargeId: randomUUID(), paymentId: randomUUID(), receiptId: randomUUID() })),
  );
  const paid = rows.filter(({ paidFen, paidOn }) => paidFen > 0 && paidOn !== null);
  const receipted = rows.flatMap(({ receipt, ...row }) => (receipt ? [{ ...row, receipt }] : []));
  await tx.charge.createMany({
    data: rows.map(({ chargeId: id, companyId, year, level, amountFen, state, reason }) => ({
      id,
      companyId,
      year,
      level,
      amountFen,
      state,
      reason,
      dueOn: toColumn(`${year}-${dueOn}`),
    })),
  });
  await tx.payment.createMany({
    data: paid.map(({ paymentId: id, paidFen: amountFen, paidOn }) => ({
      id,
      source: 'import' as const,
      amountFen,
      paidOn: toColumn(paidOn ?? ''),
      confirmedById,
    })),
  });
  await tx.allocation.createMany({
    data: paid.map(({ paymentId, chargeId, paidFen, amountFen }) => ({ paymentId, chargeId, amountFen: Math.min(paidFen, amountFen) })),
  });
  await tx.receipt.createMany({
    data: receipted.map(({ receiptId: id, receipt: { issuedOn, ...receipt }, name, uscc }) => ({
      id,
      ...receipt,
      issuedOn: toColumn(issuedOn),
      titleName: name,
      titleUscc: uscc,
    })),
  });
  await tx.receiptCharge.createMany({ data: receipted.map(({ receiptId, chargeId }) => ({ receiptId, chargeId })) });
}

import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { BankRowState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { type BankRowEvent, bankRowTransitions } from './states';

/** The audit chain is the history of a row: it has no table of events of its own. */
export const bankRowMachine: Machine<BankRowState, BankRowEvent, Prisma.BankRowUpdateManyMutationInput> = {
  record: 'bankRow',
  rows: bankRowTransitions,
  move: async (tx, id, from, to, data) => (await tx.bankRow.updateMany({ where: { id, state: from }, data: { ...data, state: to } })).count,
  log: async () => undefined,
};

/** One writer at a time for this row, until the transaction ends; with what of its money nothing stands for yet. @throws DomainError `notFound` */
export async function lockRow(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT "id" FROM "BankRow" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const found = await tx.bankRow.findUnique({ where: { id }, include: { payments: { select: { amountFen: true } } } });
  if (!found) throw new DomainError('notFound');
  return { ...found, leftFen: leftOf(found) };
}

/** What of a row's money no payment stands for yet. */
export function leftOf({ amountFen, payments }: { amountFen: number; payments: readonly { amountFen: number }[] }): number {
  return amountFen - payments.reduce((sum, payment) => sum + payment.amountFen, 0);
}

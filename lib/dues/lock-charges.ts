import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';

/** One writer at a time for these charges, until the transaction ends. @throws DomainError `notFound` */
export async function lockCharges(tx: Tx, ids: readonly string[]) {
  if (!ids.length) throw new DomainError('notFound');
  await tx.$queryRaw`SELECT "id" FROM "Charge" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const charges = await tx.charge.findMany({
    where: { id: { in: [...ids] } },
    include: { allocations: true },
    orderBy: [{ year: 'asc' }, { kind: 'asc' }, { createdAt: 'asc' }],
  });
  if (charges.length !== new Set(ids).size) throw new DomainError('notFound');
  return charges;
}

/** One writer at a time for all that a company may still have to pay, until the transaction ends. */
export async function lockOpenCharges(tx: Tx, companyId: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Charge" WHERE "companyId" = ${companyId}::uuid AND "state" = 'open' ORDER BY "id" FOR UPDATE`;
}

/** One charge, as `lockCharges`. */
export async function lockCharge(tx: Tx, id: string) {
  const [charge] = await lockCharges(tx, [id]);
  if (!charge) throw new DomainError('notFound');
  return charge;
}

/** A filing, likewise; before its charges, as confirming does. */
export async function lockFiling(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Filing" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** All that an application filed. */
export async function lockFilings(tx: Tx, applicationId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Filing" WHERE "applicationId" = ${applicationId}::uuid ORDER BY "id" FOR UPDATE`;
}

/** A payment, likewise. */
export async function lockPayment(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT "id" FROM "Payment" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const payment = await tx.payment.findUnique({
    where: { id },
    include: { allocations: true, refunds: { include: { allocations: true } } },
  });
  if (!payment) throw new DomainError('notFound');
  return payment;
}

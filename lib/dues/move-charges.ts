import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import type { Tx } from '../db';
import { lapseProposals } from './lapse-proposals';
import { NOT_PROPOSED } from './states';

/** On approval: what the application owed and filed is the company's from now on. */
export async function moveChargesToCompany(tx: Tx, applicationId: string, companyId: string): Promise<void> {
  await tx.charge.updateMany({ where: { applicationId }, data: { companyId } });
  await tx.filing.updateMany({ where: { applicationId }, data: { companyId } });
  await tx.payment.updateMany({ where: { filing: { applicationId } }, data: { companyId } });
  await tx.file.updateMany({ where: { kind: 'receipt', applicationId }, data: { applicationId: null, companyId } });
}

type Move = { from: string; to: string; reason: string };

/**
 * Two records of one company become one: what the one owed, filed and paid is the other's. For a year that both were
 * charged for, its charge is cancelled, and what was filed, paid and receipted for it counts for the other's as far as that
 * still holds it; the rest is left over of the payment, where finance sees it.
 */
export async function moveChargesToOtherCompany(tx: Tx, actor: Actor, { from, to, reason }: Move): Promise<void> {
  const standing = new Map(
    (await tx.charge.findMany({ where: { companyId: to, kind: 'standard' } })).map((charge) => [charge.year, charge]),
  );
  for (const { id, year, kind, state } of await tx.charge.findMany({ where: { companyId: from } })) {
    const same = kind === 'standard' ? standing.get(year) : undefined;
    if (!same) await tx.charge.update({ where: { id }, data: { companyId: to } });
    else await countFor(tx, id, same);
    if (!same || state !== 'open') continue;
    await tx.charge.update({ where: { id }, data: { state: 'cancelled', reason, ...NOT_PROPOSED } });
    await recordAudit(tx, actor, { action: 'charge.cancel', record: 'charge', recordId: id, data: { reason, countsFor: same.id } });
  }
  await lapseProposals(tx, actor, [...standing.values()]);
  for (const table of [tx.filing, tx.payment, tx.onlineOrder] as const) await moveRows(table, from, to);
}

type Table = { updateMany: (change: { where: { companyId: string }; data: { companyId: string } }) => Promise<unknown> };

async function moveRows(table: Table, from: string, to: string): Promise<void> {
  await table.updateMany({ where: { companyId: from }, data: { companyId: to } });
}

async function countFor(tx: Tx, from: string, to: { id: string; amountFen: number; heldFen: number }): Promise<void> {
  let room = to.amountFen - to.heldFen;
  for (const { id, paymentId, amountFen } of await tx.allocation.findMany({ where: { chargeId: from }, orderBy: { createdAt: 'asc' } })) {
    const fits = Math.min(amountFen, room);
    await tx.allocation.delete({ where: { id } });
    if (fits !== 0) await tx.allocation.create({ data: { paymentId, chargeId: to.id, amountFen: fits } });
    room -= fits;
  }
  await tx.receiptCharge.updateMany({ where: { chargeId: from }, data: { chargeId: to.id } });
  await tx.filingCharge.updateMany({ where: { chargeId: from }, data: { chargeId: to.id } });
}

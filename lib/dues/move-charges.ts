import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import type { Tx } from '../db';

/** On approval: what the application owed and filed is the company's from now on. */
export async function moveChargesToCompany(tx: Tx, applicationId: string, companyId: string): Promise<void> {
  await tx.charge.updateMany({ where: { applicationId }, data: { companyId } });
  await tx.filing.updateMany({ where: { applicationId }, data: { companyId } });
  await tx.payment.updateMany({ where: { filing: { applicationId } }, data: { companyId } });
}

type Move = { from: string; to: string; reason: string };

/**
 * Two records of one company become one: what the one owed, filed and paid is the other's. For a year that both were
 * charged for, its charge is cancelled and what was filed, paid and receipted for it counts for the other's; too much
 * stays visible there.
 */
export async function moveChargesToOtherCompany(tx: Tx, actor: Actor, { from, to, reason }: Move): Promise<void> {
  const years = (await tx.charge.findMany({ where: { companyId: to, kind: 'standard' } })).map(({ year, id }) => [year, id] as const);
  const standing = new Map(years);
  const moving = await tx.charge.findMany({ where: { companyId: from } });
  for (const { id, year, kind, state } of moving) {
    const same = kind === 'standard' ? standing.get(year) : undefined;
    if (!same) await tx.charge.update({ where: { id }, data: { companyId: to } });
    else await countFor(tx, id, same);
    if (!same || state !== 'open') continue;
    await tx.charge.update({ where: { id }, data: { state: 'cancelled', reason } });
    await recordAudit(tx, actor, { action: 'charge.cancel', record: 'charge', recordId: id, data: { reason, countsFor: same } });
  }
  await tx.filing.updateMany({ where: { companyId: from }, data: { companyId: to } });
}

async function countFor(tx: Tx, from: string, to: string): Promise<void> {
  await tx.allocation.updateMany({ where: { chargeId: from }, data: { chargeId: to } });
  await tx.receiptCharge.updateMany({ where: { chargeId: from }, data: { chargeId: to } });
  await tx.filingCharge.updateMany({ where: { chargeId: from }, data: { chargeId: to } });
}

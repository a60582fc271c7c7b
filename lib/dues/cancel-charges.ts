import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import type { Tx } from '../db';
import type { ChargeState, FilingState } from '../generated/prisma/enums';
import { NOT_PROPOSED } from './states';

/** What an application owed is owed no longer. Money that arrived, or is said to have been sent, then shows as 待退费. */
export async function cancelApplicationCharges(tx: Tx, actor: Actor, applicationId: string, reason: string): Promise<void> {
  const charges = await tx.charge.updateManyAndReturn({
    where: { applicationId, state: 'open' },
    data: { state: 'cancelled', reason, ...NOT_PROPOSED },
    select: { id: true },
  });
  for (const { id } of charges) await recordAudit(tx, actor, { action: 'charge.cancel', record: 'charge', recordId: id, data: { reason } });
}

type ChargeFacts = { id: string; state: ChargeState; allocations: unknown[]; filings: { filing: { state: FilingState } }[] };

/** Owed, and nobody has paid or says to have paid anything of it. */
export function isUntouched({ state, allocations, filings }: ChargeFacts): boolean {
  return state === 'open' && allocations.length === 0 && filings.every(({ filing }) => filing.state === 'returned');
}

/** What a company owes and nothing has moved for is owed no longer; the rest is finance's to decide. */
export async function cancelUntouchedCharges(tx: Tx, actor: Actor, { charges }: { charges: ChargeFacts[] }, reason: string): Promise<void> {
  for (const { id } of charges.filter(isUntouched)) {
    await tx.charge.update({ where: { id, state: 'open' }, data: { state: 'cancelled', reason, ...NOT_PROPOSED } });
    await recordAudit(tx, actor, { action: 'charge.cancel', record: 'charge', recordId: id, data: { reason } });
  }
}

import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import type { Tx } from '../db';

/** What an application owed is owed no longer. Money that arrived, or is said to have been sent, then shows as 待退费. */
export async function cancelApplicationCharges(tx: Tx, actor: Actor, applicationId: string, reason: string): Promise<void> {
  const charges = await tx.charge.updateManyAndReturn({
    where: { applicationId, state: 'open' },
    data: { state: 'cancelled', reason },
    select: { id: true },
  });
  for (const { id } of charges) await recordAudit(tx, actor, { action: 'charge.cancel', record: 'charge', recordId: id, data: { reason } });
}

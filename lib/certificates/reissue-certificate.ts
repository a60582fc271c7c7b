import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db';
import { issueCertificate } from './issue-certificate';

/**
 * A new certificate in place of the present one, because something printed on it has changed; called in the transaction of
 * the command that changed it, after the change. `reason` is what member and staff read beside the old one: 单位更名.
 */
export async function reissueCertificate(tx: Tx, actor: Actor, memberId: string, reason: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${memberId}::uuid FOR UPDATE`; // one certificate at a time
  await tx.certificate.updateMany({
    where: { memberId, revokedAt: null },
    data: { revokedAt: await now(tx), revokedReason: reason },
  });
  await issueCertificate(tx, memberId);
  await recordAudit(tx, actor, { action: 'certificate.reissue', record: 'member', recordId: memberId, data: { reason } });
}

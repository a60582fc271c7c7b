import 'server-only';
import type { AccountActor } from '../access/actor';
import { endOtherSessions } from '../accounts/sessions';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db';

/** What stands where a person's name was. */
export const ERASED_NAME = '已注销';

/**
 * Takes what says who somebody was out of the account, the liaison rows that are over, the histories of companies, the
 * messages and the audit's payloads. Kept as the law asks: dues, receipts and decided applications (accounting vouchers),
 * consents, and the log of who signed in when and from where.
 */
export async function eraseAccount(tx: Tx, actor: AccountActor, { id, phone }: { id: string; phone: string }): Promise<void> {
  const erasedAt = await now(tx);
  const nobody = `erased:${id}`;
  await endOtherSessions(tx, id);
  await tx.account.update({
    where: { id },
    data: { phone: nobody, name: ERASED_NAME, passwordHash: null, status: 'disabled', erasedAt },
  });
  await tx.liaison.updateMany({ where: { accountId: id }, data: { name: ERASED_NAME, mobile: '', email: '' } });
  await eraseChanges(tx, id, phone);
  await tx.message.updateMany({ where: { phone, state: 'waiting' }, data: { state: 'dropped', secret: null } });
  await tx.message.updateMany({ where: { phone }, data: { phone: nobody, parameters: {} } });
  await recordAudit(tx, actor, { action: 'account.erase', record: 'account', recordId: id });
  await redactAudit(tx, id, phone);
}

async function eraseChanges(tx: Tx, accountId: string, phone: string): Promise<void> {
  const nobody = JSON.stringify({ name: ERASED_NAME, mobile: '', email: '' });
  await tx.$executeRaw`UPDATE "CompanyChange" SET "before" = "before" || ${nobody}::jsonb WHERE "before"->>'mobile' = ${phone}`;
  await tx.$executeRaw`UPDATE "CompanyChange" SET "after" = "after" || ${nobody}::jsonb WHERE "after"->>'mobile' = ${phone}`;
  await tx.companyChange.updateMany({ where: { actorId: accountId }, data: { actorName: ERASED_NAME } });
}

// The events stay, and their chain still verifies; what they carried is emptied where it names the person.
async function redactAudit(tx: Tx, accountId: string, phone: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "AuditPayload" p SET "data" = NULL, "redactedAt" = clock_timestamp() FROM "AuditEvent" e
    WHERE e."id" = p."eventId" AND p."redactedAt" IS NULL AND (
      (e."record" = 'account' AND e."recordId" = ${accountId} AND e."action" <> 'account.signIn')
      OR (e."record" = 'company' AND e."recordId" IN (SELECT "companyId"::text FROM "Liaison" WHERE "accountId" = ${accountId}::uuid)
        AND p."data"::text LIKE ${`%${phone}%`}))`;
}

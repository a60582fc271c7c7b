import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { transaction } from '../transaction';
import { replaceRecoveryCodes } from './recovery-codes';

/** New recovery codes for oneself; the old ones are worth nothing at once. The sessions of the account wait until they are kept. */
export async function renewRecoveryCodes(actor: AccountActor): Promise<void> {
  authorize(actor, 'factor.renewCodes', { accountId: actor.id });
  await transaction(async (tx) => {
    await replaceRecoveryCodes(tx, actor.id);
    await recordAudit(tx, actor, { action: 'account.renewRecoveryCodes', record: 'account', recordId: actor.id });
  });
}

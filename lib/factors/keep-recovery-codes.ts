import 'server-only';
import type { PendingActor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { transaction } from '../transaction';
import { getUnkeptCodes } from './queries';

/** 我已保存: from now on the recovery codes exist as hashes only. @throws DomainError `notFound` for whoever is not being shown any */
export async function keepRecoveryCodes(actor: PendingActor): Promise<void> {
  await getUnkeptCodes(actor);
  await transaction(async (tx) => {
    const { count } = await tx.totp.updateMany({
      where: { accountId: actor.id, unkeptCodesSealed: { not: null } },
      data: { unkeptCodesSealed: null },
    });
    if (count) await recordAudit(tx, actor, { action: 'account.keepRecoveryCodes', record: 'account', recordId: actor.id });
  });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { DomainError } from '../errors';
import { transaction } from '../transaction';

/** Says what was found out about a difference. @throws DomainError `alreadyDecided` when somebody did */
export async function resolveDifference(
  actor: AccountActor,
  { differenceId, resolution }: { differenceId: string; resolution: string },
): Promise<void> {
  authorize(actor, 'charge.decide', null);
  await transaction(async (tx) => {
    const { count } = await tx.paymentDifference.updateMany({
      where: { id: differenceId, resolvedAt: null },
      data: { resolution, resolvedAt: await now(tx) },
    });
    if (!count) throw new DomainError('alreadyDecided');
    await recordAudit(tx, actor, {
      action: 'difference.resolve',
      record: 'paymentDifference',
      recordId: differenceId,
      data: { resolution },
    });
  });
}

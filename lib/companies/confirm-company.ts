import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { transaction } from '../transaction';
import type { Confirmation } from './confirmation-schema';

/**
 * 请确认单位信息 (manual 四(一)): a liaison says at the first visit that the company's data is right, or that it has to be
 * edited. Remembered for this person and company; a second answer changes nothing.
 */
export async function confirmCompany(actor: AccountActor, { companyId, answer }: Confirmation): Promise<void> {
  authorize(actor, 'company.confirm', { companyId });
  await transaction(async (tx) => {
    const { count } = await tx.liaison.updateMany({
      where: { companyId, accountId: actor.id, to: null, confirmedAt: null },
      data: { confirmedAt: await now(tx) },
    });
    if (count) await recordAudit(tx, actor, { action: 'company.confirm', record: 'company', recordId: companyId, data: { answer } });
  });
}

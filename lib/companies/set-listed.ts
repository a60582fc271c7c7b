import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { transaction } from '../transaction';
import type { Listing } from './listing-schema';

/** Takes a company out of the public 会员名录 or puts it back, as the member asks; holds from the next look at the list. */
export async function setListed(actor: AccountActor, { companyId, listed }: Listing): Promise<void> {
  authorize(actor, 'company.setListed', { companyId });
  await transaction(async (tx) => {
    const { count } = await tx.company.updateMany({ where: { id: companyId, unlisted: listed }, data: { unlisted: !listed } });
    if (count) await recordAudit(tx, actor, { action: 'company.setListed', record: 'company', recordId: companyId, data: { listed } });
  });
}

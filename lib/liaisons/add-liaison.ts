import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { join } from './join';
import { loadLiaisons, lockLiaisons } from './load-liaisons';
import { recordPersonChange } from './record-change';
import { requirePhone } from './require-phone';
import type { Person } from './schema';

/**
 * The first liaison names a second, in force at once; the phone is 待验证 and cannot sign in for the company until its owner
 * answers the code (`proveLiaison`). Staff get a notice.
 * @throws DomainError `forbidden`, `handedOver`, `invalid` for the phone or when there is a second already
 */
export async function addLiaison(actor: AccountActor, { companyId, ...person }: Person & { companyId: string }): Promise<void> {
  const before = await loadLiaisons(db(), companyId);
  authorize(actor, 'liaison.change', before);
  await transaction(async (tx) => {
    const liaisons = await lockLiaisons(tx, before);
    if (liaisons.second) throw new DomainError('handedOver');
    await requirePhone(tx, liaisons, person.mobile);
    await join(tx, liaisons, { ...person, order: 'second', accountId: null });
    await recordPersonChange(tx, actor, liaisons, { action: 'liaison.add', order: 'second', after: person });
  });
}

import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { leave } from './leave';
import { companyOfLiaison, loadLiaisons, lockLiaisons } from './load-liaisons';
import { recordPersonChange } from './record-change';

/**
 * The first liaison removes the second, who loses access at the next request. The first leaves by `handOver` only, and the
 * second removes nobody (product 5). @throws DomainError `notFound`, `forbidden`, `handedOver`
 */
export async function removeLiaison(actor: AccountActor, liaisonId: string): Promise<void> {
  const before = await loadLiaisons(db(), await companyOfLiaison(db(), liaisonId));
  authorize(actor, 'liaison.change', before);
  await transaction(async (tx) => {
    const liaisons = await lockLiaisons(tx, before);
    const { second } = liaisons;
    if (second?.id !== liaisonId) throw new DomainError('handedOver');
    await leave(tx, liaisons, second, liaisons.firstId);
    await recordPersonChange(tx, actor, liaisons, { action: 'liaison.remove', order: 'second', before: second });
  });
}

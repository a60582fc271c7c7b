import 'server-only';
import { type LoadedCompany, loadCompany } from '../companies/load-company';
import { lockCompany } from '../companies/lock-company';
import type { Tx } from '../db';
import { DomainError } from '../errors';

export type OpenLiaison = LoadedCompany['liaisons'][number];
/** A company with who represents it now; `firstId` as the policy asks for it. */
export type Liaisons = { companyId: string; firstId: string | null; company: LoadedCompany; first?: OpenLiaison; second?: OpenLiaison };

/** @throws DomainError `notFound` */
export async function loadLiaisons(tx: Tx, companyId: string): Promise<Liaisons> {
  const company = await loadCompany(tx, companyId);
  const at = (order: 'first' | 'second') => company.liaisons.find((liaison) => liaison.order === order);
  const [first, second] = [at('first'), at('second')];
  return { companyId, firstId: first?.accountId ?? null, company, first, second };
}

/**
 * The same with nobody else writing until the transaction ends. @throws DomainError `handedOver` when the place of the
 * first went to somebody else since `before` was looked at
 */
export async function lockLiaisons(tx: Tx, before: Pick<Liaisons, 'companyId' | 'firstId'>): Promise<Liaisons> {
  await lockCompany(tx, before.companyId);
  const now = await loadLiaisons(tx, before.companyId);
  if (now.firstId !== before.firstId) throw new DomainError('handedOver');
  return now;
}

/** The company whose open liaison it is. @throws DomainError `notFound` */
export async function companyOfLiaison(tx: Tx, liaisonId: string): Promise<string> {
  const found = await tx.liaison.findFirst({ where: { id: liaisonId, to: null }, select: { companyId: true } });
  if (!found) throw new DomainError('notFound');
  return found.companyId;
}
